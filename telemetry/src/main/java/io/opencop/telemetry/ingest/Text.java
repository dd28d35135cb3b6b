package io.opencop.telemetry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a map's key: a reusable one to look up with, copies to keep. */
final class Text {
  private byte[] buf = {};
  private int off;
  private int len;
  private int hash;

  static Text of(String s) {
    byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
    return copy(utf8, 0, utf8.length);
  }

  static Text copy(byte[] buf, int off, int len) {
    Text text = new Text();
    text.set(Arrays.copyOfRange(buf, off, off + len), 0, len);
    return text;
  }

  void set(byte[] b, int from, int length) {
    buf = b;
    off = from;
    len = length;
    int h = length;
    for (int i = from; i < from + length; i++) {
      h = 31 * h + b[i];
    }
    hash = h;
  }

  boolean matches(byte[] b, int from, int length) {
    return len == length && Arrays.equals(buf, off, off + len, b, from, from + length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text t && t.hash == hash && matches(t.buf, t.off, t.len);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
