package io.opencop.runtime.control;

import io.opencop.model.app.Release;
import io.opencop.runtime.control.traffic.ReleaseCounts;
import io.opencop.runtime.control.traffic.Sample.AppFigures;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.rollout.Judge;
import io.opencop.runtime.rollout.Judge.Outcome;
import io.opencop.runtime.rollout.Red;
import io.opencop.runtime.rollout.ReleaseFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The new release against the old one over the same time, by two witnesses: what the application
 * tells of itself (telemetry), and what the gateway sees of it. One that speaks against it is
 * enough. Belongs to the apps' loop.
 */
final class Comparison implements AutoCloseable {
  private static final Duration ASK_EVERY = Duration.ofSeconds(2);

  private final Traffic traffic;
  private final Background<Question, Pair> stored;
  private final Map<String, Counted> counts = new HashMap<>();

  private record Question(String app, String old, String fresh, Instant since) {}

  /** Both over the same time. */
  record Pair(Red old, Red fresh) {}

  private record Counted(Object step, ReleaseCounts counts) {}

  /** What one witness, or both, say. */
  record Verdict(Outcome outcome, Pair pair) {}

  Comparison(Traffic traffic, ReleaseFigures figures) {
    this.traffic = traffic;
    this.stored = new Background<>(q -> read(figures, q), ASK_EVERY);
  }

  private static Pair read(ReleaseFigures figures, Question q) {
    Instant now = Instant.now();
    if (!q.since().isBefore(now)) {
      return new Pair(Red.NONE, Red.NONE);
    }
    return new Pair(
        figures.of(q.app(), q.old(), q.since(), now),
        figures.of(q.app(), q.fresh(), q.since(), now));
  }

  /**
   * @param since when the step began
   * @param end whether the time to watch it is over
   */
  Verdict judge(String app, Release old, Release fresh, Instant since, boolean end) {
    Pair told = told(app, old, fresh, since);
    Pair seen = seen(app, old, fresh, since);
    Verdict byItself = new Verdict(Judge.judge(told.old(), told.fresh(), end), told);
    Verdict byGateway = new Verdict(Judge.judge(seen.old(), seen.fresh(), end), seen);
    return List.of(Outcome.ERRORS, Outcome.SLOW, Outcome.WELL).stream()
        .flatMap(o -> List.of(byItself, byGateway).stream().filter(v -> v.outcome() == o))
        .findFirst()
        .orElse(seen.fresh().requests() > told.fresh().requests() ? byGateway : byItself);
  }

  private Pair told(String app, Release old, Release fresh, Instant since) {
    if (old.version().equals(fresh.version())) {
      // The same release again: its telemetry does not say which is which.
      return new Pair(Red.NONE, Red.NONE);
    }
    return stored
        .get(new Question(app, old.version(), fresh.version(), since))
        .orElse(new Pair(Red.NONE, Red.NONE));
  }

  private Pair seen(String app, Release old, Release fresh, Instant since) {
    Counted now = counts.get(app);
    if (now == null || !now.step().equals(since)) {
      now = new Counted(since, new ReleaseCounts());
      counts.put(app, now);
    }
    ReleaseCounts mine = now.counts();
    traffic.last().flatMap(s -> s.app(app)).map(AppFigures::endpoints).ifPresent(mine::add);
    return new Pair(mine.of(old.number()), mine.of(fresh.number()));
  }

  void forget(String app) {
    counts.remove(app);
  }

  @Override
  public void close() {
    stored.close();
  }
}
