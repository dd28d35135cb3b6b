package io.opencop.telemetry.rollup;

import java.time.Instant;

/** Instants as nanoseconds since the epoch, the form of OTLP; good from 1677 to 2262. */
public final class Nanos {
  private Nanos() {}

  /** Times outside what a long can hold become its ends. */
  public static long of(Instant t) {
    try {
      return Math.addExact(Math.multiplyExact(t.getEpochSecond(), 1_000_000_000L), t.getNano());
    } catch (ArithmeticException tooFar) {
      return t.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
