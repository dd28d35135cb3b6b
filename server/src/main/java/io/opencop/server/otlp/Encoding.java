package io.opencop.server.otlp;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** How a body is compressed. */
enum Encoding {
  IDENTITY,
  GZIP,
  DEFLATE,
  ZSTD;

  /** What we say we take, in the order of our liking. */
  static final String ACCEPTED = "gzip,zstd,deflate,identity";

  /**
   * A zstd frame names its window, and the reader must allocate it: 8 MiB is what every reader has
   * to support (RFC 8878, 3.1.1.1.2), and more would let 20 bytes ask for 128 MiB outside the heap.
   */
  private static final int ZSTD_WINDOW_LOG = 23;

  private static final int READ = 16 * 1024;

  /** The encoding of that name; null where we do not know it. No name is identity. */
  static Encoding named(String name) {
    if (name == null || name.isBlank()) {
      return IDENTITY;
    }
    return switch (name.trim().toLowerCase(Locale.ROOT)) {
      case "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      case "zstd" -> ZSTD;
      default -> null;
    };
  }

  /**
   * How large the body says it is when inflated, or -1. It is a claim: good for the size of a first
   * array, within reason.
   */
  long claimedSize(Body body, int offset) {
    int end = body.length();
    if (this == GZIP && end - offset >= 18) {
      return body.at(end - 4)
          | body.at(end - 3) << 8
          | body.at(end - 2) << 16
          | (long) body.at(end - 1) << 24;
    }
    if (this == ZSTD) {
      byte[] head = new byte[Math.min(18, end - offset)];
      for (int i = 0; i < head.length; i++) {
        head[i] = (byte) body.at(offset + i);
      }
      return Zstd.getFrameContentSize(head);
    }
    return -1;
  }

  InputStream reader(InputStream compressed) throws IOException {
    return switch (this) {
      case IDENTITY -> compressed;
      case GZIP -> new GZIPInputStream(compressed, READ);
      case DEFLATE -> new InflaterInputStream(compressed);
      case ZSTD -> new ZstdInputStreamNoFinalizer(compressed).setLongMax(ZSTD_WINDOW_LOG);
    };
  }
}
