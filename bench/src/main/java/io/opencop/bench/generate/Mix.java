package io.opencop.bench.generate;

/** Random numbers without state: the same request number always gives the same bytes. */
final class Mix {
  private Mix() {}

  /** The finaliser of SplitMix64: every input bit moves every output bit. */
  static long mix(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long mix(long a, long b) {
    return mix(a ^ mix(b));
  }

  /** Uniform in 0 .. bound-1. */
  static int below(long random, int bound) {
    return (int) (((random >>> 33) * bound) >>> 31);
  }
}
