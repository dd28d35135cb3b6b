package io.opencop.telemetry.index;

import java.nio.charset.StandardCharsets;
import net.openhft.hashing.LongHashFunction;

/** The hashes that stand in index files; they must never change within a format. */
public final class Hashes {
  private static final LongHashFunction XX = LongHashFunction.xx();

  private Hashes() {}

  /** Of a trace id. Not the id's own bits: some senders leave half of them zero or count. */
  public static long trace(long high, long low) {
    return mix(high * 0x9E3779B97F4A7C15L ^ mix(low + 0xD1B54A32D192ED03L));
  }

  /**
   * Of a session id: XXH64 of its UTF-8. Two of a million sessions share one with a probability of
   * 3 in 100 million, so a count of hashes is a count of sessions.
   */
  public static long session(byte[] utf8, int off, int len) {
    return XX.hashBytes(utf8, off, len);
  }

  /** Of a session id. */
  public static long session(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    return session(utf8, 0, utf8.length);
  }

  static long mix(long x) {
    long h = x;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }
}
