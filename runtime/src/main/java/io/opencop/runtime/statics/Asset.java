package io.opencop.runtime.statics;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file as it was when it was last looked at.
 *
 * @param digest of its content, hex
 * @param gzip its content packed; null where that is not worth it
 * @param packedGzip a file beside it that the build has packed; null where there is none
 * @param packedBrotli the same for Brotli
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Asset(
    Path path,
    String type,
    long length,
    Instant modified,
    String digest,
    boolean immutable,
    byte[] gzip,
    Path packedGzip,
    Path packedBrotli) {
  /** Bytes it holds in memory, about. */
  int weight() {
    return 512 + (gzip == null ? 0 : gzip.length);
  }

  /** Whether what is answered depends on Accept-Encoding. */
  boolean varies() {
    return gzip != null || packedGzip != null || packedBrotli != null;
  }

  /** HTML changes under its name, so it is asked after each time; what is hashed never does. */
  String cacheControl() {
    return immutable ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
