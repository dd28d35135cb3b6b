package io.opencop.telemetry.assemble;

import io.opencop.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Steps of a time axis: round lengths a person expects, aligned to the epoch. */
public final class Steps {
  /** Length of the finest roll-up cell. */
  public static final Duration CELL = Duration.ofSeconds(10);

  /** Points of a series where the caller does not say. */
  public static final int DEFAULT_POINTS = 120;

  /** More points than this in one series are refused. */
  public static final int MAX_POINTS = 11_000;

  private static final long DAY = 86_400;
  private static final long[] ROUND_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 10_800, 21_600, 43_200, DAY
  };

  private Steps() {}

  /**
   * The shortest round step that cuts the range into at most {@code points} (plus a partial one).
   */
  public static Duration choose(TimeRange range, int points) {
    if (points < 1) {
      throw new IllegalArgumentException("points: expected 1 or more, got " + points);
    }
    double wanted = seconds(range.length()) / points;
    for (long s : ROUND_SECONDS) {
      if (s >= wanted) {
        return Duration.ofSeconds(s);
      }
    }
    return Duration.ofSeconds((long) Math.ceil(wanted / DAY) * DAY);
  }

  /** As {@link #choose}, but a multiple of the roll-up cell. */
  public static Duration chooseRed(TimeRange range, int points) {
    Duration step = choose(range, points);
    // No number of cells makes 15 s; 20 s does, and is the next a person takes for round.
    return cells(step);
  }

  /** The given step, rounded up to whole roll-up cells. */
  public static Duration cells(Duration step) {
    long cell = CELL.toSeconds();
    long s = checked(step).toSeconds();
    return Duration.ofSeconds(Math.ceilDiv(s, cell) * cell);
  }

  /** The given step, or a chosen one for null; refuses what is not whole seconds or too fine. */
  public static Duration orDefault(Duration step, TimeRange range) {
    if (step == null) {
      return choose(range, DEFAULT_POINTS);
    }
    if (seconds(range.length()) / checked(step).toSeconds() > MAX_POINTS) {
      throw new IllegalArgumentException(
          "step: " + step + " makes more than " + MAX_POINTS + " points; expected a longer step");
    }
    return step;
  }

  /** The range, widened outwards to whole roll-up cells. */
  public static TimeRange widen(TimeRange range) {
    return new TimeRange(floor(range.from(), CELL), ceil(range.to(), CELL));
  }

  /** The start of the step that holds {@code t}. */
  public static Instant floor(Instant t, Duration step) {
    long s = step.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(t.getEpochSecond(), s) * s);
  }

  /** The first step boundary at or after {@code t}. */
  public static Instant ceil(Instant t, Duration step) {
    Instant down = floor(t, step);
    return down.equals(t) ? t : down.plus(step);
  }

  /** The starts of all steps that touch the range. */
  public static List<Instant> times(TimeRange range, Duration step) {
    List<Instant> times = new ArrayList<>();
    for (Instant t = floor(range.from(), step); t.isBefore(range.to()); t = t.plus(step)) {
      times.add(t);
    }
    return times;
  }

  /** Which of {@link #times} holds {@code t}. */
  public static int index(TimeRange range, Duration step, Instant t) {
    long from = floor(range.from(), step).getEpochSecond();
    return (int) Math.floorDiv(t.getEpochSecond() - from, step.toSeconds());
  }

  /** Length in seconds with its fraction. */
  public static double seconds(Duration d) {
    return d.toNanos() / 1e9;
  }

  private static Duration checked(Duration step) {
    if (step.toSeconds() < 1 || !step.equals(Duration.ofSeconds(step.toSeconds()))) {
      throw new IllegalArgumentException("step: expected whole seconds from 1 s, got " + step);
    }
    return step;
  }
}
