package io.opencop.telemetry.journal;

import net.openhft.hashing.LongTupleHashFunction;

/** 128 bits that stand for a request's content and kind. */
record ContentHash(long hi, long lo) {

  /** Hashes with a secret seed, so that nobody outside can look for two requests that collide. */
  static final class Function {
    private final LongTupleHashFunction xx;

    Function(long seed) {
      xx = LongTupleHashFunction.xx128(seed);
    }

    ContentHash hash(FrameKind kind, byte[] payload) {
      long[] h = xx.hashBytes(payload);
      // Equal bytes of two signals are two requests.
      return new ContentHash(h[1] ^ kind.code() * 0x9E37_79B9_7F4A_7C15L, h[0]);
    }
  }
}
