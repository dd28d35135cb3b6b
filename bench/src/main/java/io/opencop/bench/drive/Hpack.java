package io.opencop.bench.drive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Header block of literals without indexing (RFC 7541, 6.2.2), none longer than 126 bytes. */
final class Hpack {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Hpack literal(String name, String value) {
    out.write(0);
    text(name);
    text(value);
    return this;
  }

  private void text(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    out.write(ascii.length);
    out.writeBytes(ascii);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
