package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Between how many instances an app runs at one moment.
 *
 * @param windows of the schedule that are open; where there are several, the most of each counts
 */
public record Bounds(int min, int max, List<Window> windows) {
  public Bounds {
    windows = List.copyOf(windows);
  }

  public static Bounds at(Scale scale, Instant now) {
    List<Window> open = scale.schedule().stream().filter(w -> open(w, now)).toList();
    return open.isEmpty()
        ? new Bounds(scale.min(), scale.max(), open)
        : new Bounds(
            open.stream().mapToInt(Window::min).max().getAsInt(),
            open.stream().mapToInt(Window::max).max().getAsInt(),
            open);
  }

  /** Whether its start was due later than its end. */
  private static boolean open(Window window, Instant now) {
    ZonedDateTime there = now.atZone(ZoneId.of(window.zone()));
    Optional<ZonedDateTime> start = new Cron(window.start()).lastBefore(there);
    Optional<ZonedDateTime> end = new Cron(window.end()).lastBefore(there);
    return start.isPresent() && (end.isEmpty() || end.get().isBefore(start.get()));
  }

  public boolean scheduled() {
    return !windows.isEmpty();
  }

  /** The nearest number within. */
  public int clamp(int replicas) {
    return Math.clamp(replicas, min, max);
  }
}
