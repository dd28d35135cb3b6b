package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;
import java.time.Instant;
import java.util.stream.IntStream;

/** How far the policies of one direction allow to go now (Kubernetes, "Scaling policies"). */
final class RateLimit {
  private RateLimit() {}

  static int up(int current, Scale.Rules rules, History history, Instant now) {
    if (rules.choice() == Scale.Choice.DISABLED) {
      return current;
    }
    if (rules.policies().isEmpty()) {
      return Integer.MAX_VALUE;
    }
    IntStream proposed =
        rules.policies().stream()
            .mapToInt(p -> {
              long before = history.replicasAt(now.minus(p.period()), current);
              long to =
                  p.percent()
                      ? Math.ceilDiv(before * (100L + p.amount()), 100L)
                      : before + p.amount();
              return (int) Math.min(Integer.MAX_VALUE, to);
            });
    int limit = rules.choice() == Scale.Choice.MIN ? least(proposed) : most(proposed);
    return Math.max(limit, current);
  }

  static int down(int current, Scale.Rules rules, History history, Instant now) {
    if (rules.choice() == Scale.Choice.DISABLED) {
      return current;
    }
    if (rules.policies().isEmpty()) {
      return 0;
    }
    IntStream proposed =
        rules.policies().stream()
            .mapToInt(p -> {
              long before = history.replicasAt(now.minus(p.period()), current);
              long to = p.percent() ? before * (100L - p.amount()) / 100 : before - p.amount();
              return (int) Math.max(0, to);
            });
    // MAX means the largest step, which downwards is the smallest number.
    int limit = rules.choice() == Scale.Choice.MIN ? most(proposed) : least(proposed);
    return Math.min(limit, current);
  }

  private static int least(IntStream numbers) {
    return numbers.min().orElseThrow();
  }

  private static int most(IntStream numbers) {
    return numbers.max().orElseThrow();
  }
}
