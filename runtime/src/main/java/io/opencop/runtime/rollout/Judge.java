package io.opencop.runtime.rollout;

/**
 * Whether a new release does as well as the old one over the same time.
 *
 * <p>Errors: one-sided test of two proportions (pooled), at 1 % at the end of a step and at 0.05 %
 * before, as it is asked over and over; ten requests with five errors are enough for the latter.
 * Durations: the 95th percentile may be a quarter longer at the end, twice as long before or where
 * requests are few, and ten milliseconds more.
 */
public final class Judge {
  /** Requests of either release without which nothing can be told. */
  public static final int LEAST_REQUESTS = 50;

  /** Enough to see that next to nothing works; the gateway hardly sends more to such a one. */
  private static final int FEW_REQUESTS = 10;

  private static final int FEW_ERRORS = 5;

  private static final int MANY_REQUESTS = 200;
  private static final double Z_AT_END = 2.326;
  private static final double Z_BEFORE = 3.291;

  /** Less than half a percent more errors is no reason, however sure one is of it. */
  private static final double LEAST_DIFFERENCE = 0.005;

  private static final double RATIO_AT_END = 1.25;
  private static final double RATIO_BEFORE = 2;
  private static final double LEAST_MILLIS = 10;

  /** What came of it. */
  public enum Outcome {
    TOO_FEW,
    WELL,
    ERRORS,
    SLOW
  }

  private Judge() {}

  /**
   * @param end whether the time to watch it is over
   */
  public static Outcome judge(Red old, Red fresh, boolean end) {
    long fewest = Math.min(old.requests(), fresh.requests());
    if (old.requests() >= LEAST_REQUESTS && fails(old, fresh, end)) {
      return Outcome.ERRORS;
    }
    if (fewest < LEAST_REQUESTS) {
      return Outcome.TOO_FEW;
    }
    double ratio = end && fewest >= MANY_REQUESTS ? RATIO_AT_END : RATIO_BEFORE;
    // With NaN on either side this is false.
    return fresh.p95Millis() > old.p95Millis() * ratio + LEAST_MILLIS ? Outcome.SLOW : Outcome.WELL;
  }

  private static boolean fails(Red old, Red fresh, boolean end) {
    boolean few = fresh.requests() < LEAST_REQUESTS;
    if (few && (fresh.requests() < FEW_REQUESTS || fresh.errors() < FEW_ERRORS)) {
      return false;
    }
    double more = fresh.errorRatio() - old.errorRatio();
    return more > LEAST_DIFFERENCE && z(old, fresh) > (end && !few ? Z_AT_END : Z_BEFORE);
  }

  private static double z(Red old, Red fresh) {
    double n = old.requests();
    double m = fresh.requests();
    double pooled = (old.errors() + fresh.errors()) / (n + m);
    double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    // Every request failed everywhere, or none did: there is no difference to be sure of.
    return deviation == 0 ? 0 : (fresh.errorRatio() - old.errorRatio()) / deviation;
  }
}
