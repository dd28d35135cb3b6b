package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;

/**
 * From one reading to the number of instances it asks for: the rules of the Kubernetes horizontal
 * pod autoscaler ("Algorithm details"), to the rounding.
 */
final class ReplicaCalculator {
  /** Departure from the target that is left alone, as in Kubernetes' own default. */
  static final double TOLERANCE = 0.1;

  private ReplicaCalculator() {}

  static Proposal propose(int current, Reading reading) {
    int ready = reading.values().size();
    if (ready == 0) {
      return Proposal.none(reading.target());
    }
    long target = Math.round(reading.target().value() * 1000);
    long total = reading.values().stream().mapToLong(v -> v).sum();
    if (reading.target().total()) {
      return shared(current, reading.target(), total, target);
    }
    long unit = unit(reading.target().measure());
    double ratio = ratio(total, ready, target, unit);
    boolean upWithUnready = reading.unready() > 0 && ratio > 1;
    if (!upWithUnready && reading.missing() == 0) {
      int exact = (int) Math.ceil(ratio * ready);
      int wanted = tolerable(ratio) ? current : exact;
      return new Proposal(reading.target(), mean(total, ready), ratio, wanted, wanted != exact);
    }
    int wanted = cautious(current, reading, ratio, total);
    return new Proposal(reading.target(), mean(total, ready), ratio, wanted, false);
  }

  /** An object's or an external metric with an average value: one number for all of them. */
  private static Proposal shared(int current, Scale.Target target, long total, long each) {
    int shares = Math.max(1, current);
    double ratio = (double) total / (each * (double) shares);
    int exact = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(total, each));
    int wanted = tolerable(ratio) ? current : exact;
    return new Proposal(target, mean(total, shares), ratio, wanted, wanted != exact);
  }

  private static double mean(long total, int instances) {
    return total / 1000.0 / instances;
  }

  /**
   * Those not measured are taken to speak against the change: as busy where it goes down, as idle
   * where it goes up. If that turns the direction round, nothing is done.
   */
  private static int cautious(int current, Reading reading, double ratio, long total) {
    long target = Math.round(reading.target().value() * 1000);
    long unit = unit(reading.target().measure());
    int counted = reading.values().size();
    long sum = total;
    if (ratio < 1) {
      // Of a share of what was asked for, busy is all of it; of anything else, the target.
      sum += reading.missing() * (unit == 1 ? target : Math.max(100_000, target));
      counted += reading.missing();
    } else if (ratio > 1) {
      counted += reading.missing() + reading.unready();
    }
    double again = ratio(sum, counted, target, unit);
    if (tolerable(again) || (ratio < 1 && again > 1) || (ratio > 1 && again < 1)) {
      return current;
    }
    int wanted = (int) Math.ceil(again * counted);
    boolean backwards = (again < 1 && wanted > current) || (again > 1 && wanted < current);
    return backwards ? current : wanted;
  }

  /** The mean is cut to whole units first, as Kubernetes does. */
  private static double ratio(long total, int instances, long target, long unit) {
    return (double) (total / instances / unit * unit) / target;
  }

  /** Utilisation is a whole number of percent there, everything else thousandths. */
  private static long unit(Scale.Measure measure) {
    return measure == Scale.Measure.CPU || measure == Scale.Measure.MEMORY ? 1000 : 1;
  }

  private static boolean tolerable(double ratio) {
    return 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;
  }
}
