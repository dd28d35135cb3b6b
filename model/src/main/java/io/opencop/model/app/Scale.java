package io.opencop.model.app;

import java.time.Duration;
import java.util.List;

/**
 * How many instances run (Kubernetes, "HorizontalPodAutoscaler" v2).
 *
 * @param min 0 lets an app sleep until a request comes
 * @param max at least min and at least 1
 * @param targets empty where the number is min until somebody sets another
 * @param schedule other bounds at certain times
 */
public record Scale(
    int min, int max, List<Target> targets, Rules up, Rules down, List<Window> schedule) {
  public Scale {
    targets = List.copyOf(targets);
    schedule = schedule == null ? List.of() : List.copyOf(schedule);
  }

  public Scale(int min, int max, List<Target> targets, Rules up, Rules down) {
    this(min, max, targets, up, down, List.of());
  }

  /** The same rules between other bounds. */
  public Scale within(int least, int most) {
    return new Scale(least, most, targets, up, down, schedule);
  }

  /** What is measured. */
  public enum Measure {
    /** Percent of the CPU asked for, mean of the instances. */
    CPU,
    /** Percent of the memory asked for, mean of the instances. */
    MEMORY,
    /** Requests per second and instance. */
    REQUESTS,
    /** Requests in flight per instance. */
    CONCURRENCY,
    /** Any stored metric. */
    METRIC
  }

  /**
   * @param metric name of the stored metric for METRIC, else null
   * @param value wanted mean, in the unit of the measure
   * @param service whose metric it is; null for the app's own
   * @param total whether the metric is one of them all (a queue's depth) and is shared out among
   *     the instances, instead of each having its own
   */
  public record Target(
      Measure measure, String metric, double value, String service, boolean total) {
    public Target(Measure measure, String metric, double value) {
      this(measure, metric, value, null, false);
    }
  }

  /**
   * Other bounds for a while.
   *
   * @param start cron expression of five fields (minute, hour, day, month, weekday)
   * @param end cron expression
   * @param zone of both, IANA name
   */
  public record Window(String start, String end, String zone, int min, int max) {}

  /**
   * Limits in one direction.
   *
   * @param window how far back the safest recommendation is looked for
   * @param policies empty where every step is allowed
   * @param choice which policy counts where there are several
   */
  public record Rules(Duration window, List<Policy> policies, Choice choice) {
    public Rules {
      policies = List.copyOf(policies);
    }
  }

  /** Which of several policies counts. */
  public enum Choice {
    MAX,
    MIN,
    DISABLED
  }

  /**
   * At most so much change within a period.
   *
   * @param percent whether amount is in percent of the instances there were, else in instances
   */
  public record Policy(boolean percent, int amount, Duration period) {}
}
