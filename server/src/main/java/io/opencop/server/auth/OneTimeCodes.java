package io.opencop.server.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Codes of links that sign a browser in: good once, for ten minutes, and only in this process's
 * memory (as hashes).
 */
final class OneTimeCodes {
  static final Duration AGE = Duration.ofMinutes(10);

  /** Of one token: whoever may ask for links cannot push out those of somebody else. */
  private static final int MOST_EACH = 20;

  private record Pending(String token, Instant end) {}

  private final InstantSource clock;
  private final Map<String, Pending> byHash = new LinkedHashMap<>();

  OneTimeCodes(InstantSource clock) {
    this.clock = clock;
  }

  /** A new code that stands for this token; the token's oldest goes where it has too many. */
  synchronized String issue(String token) {
    Instant now = clock.instant();
    byHash.values().removeIf(pending -> !pending.end().isAfter(now));
    long own = byHash.values().stream().filter(p -> p.token().equals(token)).count();
    Iterator<Pending> oldest = byHash.values().iterator();
    while (own >= MOST_EACH) {
      if (oldest.next().token().equals(token)) {
        oldest.remove();
        own--;
      }
    }
    String code = Randoms.text(18);
    byHash.put(hash(code), new Pending(token, now.plus(AGE)));
    return code;
  }

  /** The token's id the first time a code comes back in time, and null ever after. */
  synchronized String redeem(String code) {
    Pending pending = byHash.remove(hash(code));
    return pending != null && pending.end().isAfter(clock.instant()) ? pending.token() : null;
  }

  private static String hash(String code) {
    return HexFormat.of().formatHex(Hashes.sha256(code));
  }
}
