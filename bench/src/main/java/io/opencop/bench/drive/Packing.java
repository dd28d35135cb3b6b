package io.opencop.bench.drive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression of a request on the wire. */
public enum Packing {
  NONE,
  GZIP;

  byte[] pack(byte[] request) throws IOException {
    if (this == NONE) {
      return request;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(request.length / 4);
    try (Fast gzip = new Fast(packed)) {
      gzip.write(request);
    }
    return packed.toByteArray();
  }

  /** At the fastest level: the sender must not be the bottleneck. */
  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream to) throws IOException {
      super(to, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
