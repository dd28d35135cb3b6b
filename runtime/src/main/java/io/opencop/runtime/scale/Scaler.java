package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;
import io.opencop.runtime.scale.Decision.Limit;
import java.time.Instant;
import java.util.List;

/**
 * The Kubernetes horizontal pod autoscaler's decision (autoscaling/v2), as a function of what is
 * handed in. One per app, because it remembers what it recommended.
 */
public final class Scaler {
  private final Scale scale;
  private final History history;

  public Scaler(Scale scale, History history) {
    this.scale = scale;
    this.history = history;
  }

  /** The same, where the bounds may be those of a window of the schedule, which is then told. */
  public Decision decide(Instant now, int current, List<Reading> readings, Bounds bounds) {
    Decision decision = decide(now, current, readings);
    boolean bound = decision.limit() == Limit.MIN || decision.limit() == Limit.MAX;
    return bound && bounds.scheduled() ? decision.by(Limit.SCHEDULE) : decision;
  }

  /**
   * @param current instances wanted now; 0 is asleep and stays so, since only a request wakes it
   * @param readings one per target, in the manifest's order
   */
  public Decision decide(Instant now, int current, List<Reading> readings) {
    List<Proposal> proposals =
        readings.stream().map(r -> ReplicaCalculator.propose(current, r)).toList();
    if (current == 0) {
      return new Decision(now, 0, proposals, 0, 0, Limit.NONE);
    }
    if (current > scale.max()) {
      return new Decision(now, current, proposals, current, scale.max(), Limit.MAX);
    }
    if (current < scale.min()) {
      return new Decision(now, current, proposals, current, scale.min(), Limit.MIN);
    }
    int most = proposals.stream().mapToInt(Proposal::replicas).max().orElse(-1);
    boolean blind = proposals.stream().anyMatch(p -> !p.measured());
    if (most < 0 || (blind && most < current)) {
      return new Decision(now, current, proposals, Math.max(most, 0), current, Limit.NOT_MEASURED);
    }
    return limited(now, current, proposals, most);
  }

  private Decision limited(Instant now, int current, List<Proposal> proposals, int computed) {
    int stable = stabilised(now, current, computed);
    boolean tolerated = proposals.stream().anyMatch(Proposal::tolerated);
    Limit limit = tolerated && computed == current ? Limit.TOLERANCE : Limit.NONE;
    limit = stable == computed ? limit : Limit.WINDOW;
    int wanted = stable;
    if (wanted > current) {
      int allowed = RateLimit.up(current, scale.up(), history, now);
      if (wanted > Math.min(allowed, scale.max())) {
        limit = allowed < scale.max() ? Limit.POLICY : Limit.MAX;
        wanted = Math.min(allowed, scale.max());
      }
    } else if (wanted < current) {
      int allowed = RateLimit.down(current, scale.down(), history, now);
      int floor = Math.max(1, scale.min());
      if (wanted < Math.max(allowed, floor)) {
        limit = allowed > floor ? Limit.POLICY : Limit.MIN;
        wanted = Math.max(allowed, floor);
      }
    }
    return new Decision(now, current, proposals, computed, wanted, limit);
  }

  private int stabilised(Instant now, int current, int desired) {
    int up = history.leastSince(now.minus(scale.up().window()), desired);
    int down = history.mostSince(now.minus(scale.down().window()), desired);
    history.recommend(now, desired);
    int stable = Math.max(current, up);
    return Math.min(stable, down);
  }
}
