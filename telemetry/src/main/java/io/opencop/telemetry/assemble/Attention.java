package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.ServiceSummary;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which services a person should look at first, and what the page Now says of them. */
public final class Attention {
  /** An error ratio from which a service counts as unhealthy. */
  public static final double UNHEALTHY_ERROR_RATIO = 0.05;

  /** Fewer requests than this say nothing. */
  public static final long ENOUGH = 10;

  /** A p95 that grew by less than this is the same to a person. */
  private static final double SLOWER = 1.2;

  private Attention() {}

  /**
   * Error ratio (to 0.1 %; too few requests count as none) down, then how much slower p95 became
   * (to a tenth; below 1.2 times as not at all) down, then traffic down, then name.
   */
  public static Comparator<ServiceSummary> order() {
    return Comparator.<ServiceSummary>comparingLong(s -> -errorBand(s.red()))
        .thenComparingLong(s -> -slowdownBand(s.red(), s.previous()))
        .thenComparingLong(s -> -s.red().count())
        .thenComparing(ServiceSummary::service);
  }

  public static boolean unhealthy(Red red) {
    return red.count() >= ENOUGH && red.errorRatio() >= UNHEALTHY_ERROR_RATIO;
  }

  /** Names of the unhealthy ones, in the order given. */
  public static List<String> unhealthy(List<ServiceSummary> services) {
    return services.stream().filter(s -> unhealthy(s.red())).map(ServiceSummary::service).toList();
  }

  /** The largest p95 among operations with enough requests; among all where none has enough. */
  public static Optional<Operation> slowest(Collection<Operation> operations) {
    Comparator<Operation> byP95 =
        Comparator.<Operation>comparingDouble(o -> o.red().p95Ms())
            .thenComparing(Operation::service, Comparator.reverseOrder())
            .thenComparing(Operation::operation, Comparator.reverseOrder());
    Optional<Operation> slowest =
        operations.stream().filter(o -> o.red().count() >= ENOUGH).max(byP95);
    return slowest.isPresent()
        ? slowest
        : operations.stream().filter(o -> o.red().count() > 0).max(byP95);
  }

  private static long errorBand(Red red) {
    return red.count() < ENOUGH ? 0 : Math.round(red.errorRatio() * 1000);
  }

  private static long slowdownBand(Red now, Red before) {
    if (now.p95Ms() == null || before == null || before.p95Ms() == null || before.p95Ms() <= 0) {
      return 0;
    }
    double ratio = now.p95Ms() / before.p95Ms();
    return now.count() < ENOUGH || ratio < SLOWER ? 0 : Math.round(ratio * 10);
  }
}
