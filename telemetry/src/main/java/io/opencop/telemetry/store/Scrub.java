package io.opencop.telemetry.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads sealed files again, slowly and over and over, and finds those whose bytes are no longer the
 * ones that were written: a disk that forgets tells nobody until it is read. Newest first, since
 * those are asked for most.
 */
final class Scrub {
  /** A store that was read whole rests this long; an idle machine should not read all day. */
  private static final long REST_NANOS = Duration.ofHours(1).toNanos();

  private final Damage damage;
  private final Set<String> read = new HashSet<>();
  private long roundBegan = System.nanoTime();

  Scrub(Damage damage) {
    this.damage = damage;
  }

  /** Checks the next files, about so many bytes of them, and sets the damaged ones aside. */
  void next(Manifest manifest, long bytes) {
    Map<String, Long> sizes = manifest.sizes();
    read.retainAll(sizes.keySet());
    if (read.size() == sizes.size() && System.nanoTime() - roundBegan > REST_NANOS) {
      read.clear();
    }
    if (read.isEmpty()) {
      roundBegan = System.nanoTime();
    }
    List<String> some = new ArrayList<>();
    long left = bytes;
    for (String name : new ArrayList<>(sizes.keySet()).reversed()) {
      if (left > 0 && read.add(name)) {
        some.add(name);
        left -= sizes.get(name);
      }
    }
    damage.setAsideChanged(some);
  }
}
