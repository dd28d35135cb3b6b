package io.opencop.runtime.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was recommended and what was done, as far back as a rule may look. Not for two threads. */
public final class History {
  private record Entry(Instant at, int number) {}

  /** The longest window and period a manifest may name. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private final Deque<Entry> recommended = new ArrayDeque<>();
  private final Deque<Entry> steps = new ArrayDeque<>();

  /** A step that was made: positive upwards. */
  public void changed(Instant at, int difference) {
    if (difference != 0) {
      steps.addLast(new Entry(at, difference));
    }
  }

  void recommend(Instant at, int replicas) {
    recommended.addLast(new Entry(at, replicas));
    forget(recommended, at);
    forget(steps, at);
  }

  int leastSince(Instant after, int now) {
    return recommended.stream()
        .filter(e -> e.at().isAfter(after))
        .mapToInt(Entry::number)
        .reduce(now, Math::min);
  }

  int mostSince(Instant after, int now) {
    return recommended.stream()
        .filter(e -> e.at().isAfter(after))
        .mapToInt(Entry::number)
        .reduce(now, Math::max);
  }

  /** How many there were when the period began. */
  int replicasAt(Instant start, int current) {
    return current
        - steps.stream().filter(e -> e.at().isAfter(start)).mapToInt(Entry::number).sum();
  }

  private static void forget(Deque<Entry> entries, Instant now) {
    while (!entries.isEmpty() && entries.getFirst().at().isBefore(now.minus(LONGEST))) {
      entries.removeFirst();
    }
  }
}
