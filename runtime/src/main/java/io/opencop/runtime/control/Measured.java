package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Scale.Target;
import io.opencop.runtime.control.traffic.Flow;
import io.opencop.runtime.scale.InstanceMeasurements;
import io.opencop.runtime.scale.Measurements;
import io.opencop.runtime.scale.Reading;
import io.opencop.runtime.scale.StoredMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** CPU and memory from the runtime, requests from the gateway, everything else from the store. */
final class Measured implements Measurements, AutoCloseable {
  private static final Duration STORED_EVERY = Duration.ofSeconds(5);

  private final InstanceMeasurements instances = new InstanceMeasurements();
  private final Flow flow;
  private final Background<Wanted, Map<String, Double>> stored;

  /** A metric; its total is under the empty name. */
  private record Wanted(String metric, String service, boolean total) {}

  Measured(Flow flow, StoredMetrics metrics) {
    this.flow = flow;
    this.stored = new Background<>(w -> read(metrics, w), STORED_EVERY);
  }

  private static Map<String, Double> read(StoredMetrics metrics, Wanted wanted) {
    if (!wanted.total()) {
      return metrics.each(wanted.metric(), wanted.service());
    }
    Map<String, Double> total = new HashMap<>();
    metrics.total(wanted.metric(), wanted.service()).ifPresent(value -> total.put("", value));
    return total;
  }

  @Override
  public Reading read(App app, Target target, List<Instance> running) {
    return switch (target.measure()) {
      case CPU, MEMORY -> instances.read(app, target, running);
      case REQUESTS -> each(target, running, i -> flow.rate(app.name(), i));
      case CONCURRENCY -> each(target, running, i -> flow.concurrency(app.name(), i));
      case METRIC -> stored(app, target, running);
    };
  }

  private Reading stored(App app, Target target, List<Instance> running) {
    String service = target.service() == null ? app.name() : target.service();
    Map<String, Double> now =
        stored.get(new Wanted(target.metric(), service, target.total())).orElse(Map.of());
    if (target.total()) {
      return new Reading(target, now.values().stream().map(Measured::thousandths).toList(), 0, 0);
    }
    return each(
        target,
        running,
        i -> now.containsKey(i) ? OptionalDouble.of(now.get(i)) : OptionalDouble.empty());
  }

  /** The value of one instance, by its name. */
  private interface Values {
    OptionalDouble of(String instance);
  }

  private static Reading each(Target target, List<Instance> running, Values values) {
    List<Long> found = new ArrayList<>();
    int unready = 0;
    int missing = 0;
    for (Instance instance : running) {
      OptionalDouble value = values.of(instance.name());
      if (instance.state() != State.READY) {
        unready++;
      } else if (value.isEmpty()) {
        missing++;
      } else {
        found.add(thousandths(value.getAsDouble()));
      }
    }
    return new Reading(target, found, unready, missing);
  }

  private static long thousandths(double value) {
    return Math.round(value * 1000);
  }

  /** Whether the gateway is what it is measured by. */
  static boolean byGateway(Target target) {
    return target.measure() == Measure.REQUESTS || target.measure() == Measure.CONCURRENCY;
  }

  @Override
  public void close() {
    stored.close();
  }
}
