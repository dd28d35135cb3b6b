package io.opencop.server.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Codes of links that sign a browser in: good once, for ten minutes, and only in this process's
 * memory (as hashes).
 */
public final class OneTimeCodes {
  public static final Duration AGE = Duration.ofMinutes(10);
  private static final int MOST = 100;

  private final InstantSource clock;
  private final Map<String, Instant> ends = new HashMap<>();

  public OneTimeCodes(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized String issue() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !end.isAfter(now));
    if (ends.size() >= MOST) {
      ends.clear();
    }
    String code = Randoms.text(18);
    ends.put(hash(code), now.plus(AGE));
    return code;
  }

  /** True the first time a code comes back in time, and never again. */
  public synchronized boolean redeem(String code) {
    Instant end = ends.remove(hash(code));
    return end != null && end.isAfter(clock.instant());
  }

  private static String hash(String code) {
    return HexFormat.of().formatHex(Hashes.sha256(code));
  }
}
