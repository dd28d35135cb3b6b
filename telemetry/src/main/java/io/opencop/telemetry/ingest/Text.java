package io.opencop.telemetry.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Bytes as a map's key: a reusable one to look up with, copies to keep. The hash takes eight bytes
 * at a time (a resource has hundreds) and is salted: the bytes come from outside.
 */
final class Text {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SALT = ThreadLocalRandom.current().nextLong();
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private byte[] buf = {};
  private int off;
  private int len;
  private int hash;
  private int number;

  static Text of(String s) {
    byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
    return copy(utf8, 0, utf8.length);
  }

  static Text copy(byte[] buf, int off, int len) {
    Text text = new Text();
    text.set(Arrays.copyOfRange(buf, off, off + len), 0, len);
    return text;
  }

  /** The same with the number it stands for. */
  Text numbered(int n) {
    number = n;
    return this;
  }

  /** What it stands for. */
  int number() {
    return number;
  }

  void set(byte[] b, int from, int length) {
    buf = b;
    off = from;
    len = length;
    hash = hash(b, from, length);
  }

  boolean matches(byte[] b, int from, int length) {
    return len == length && Arrays.equals(buf, off, off + len, b, from, from + length);
  }

  private static int hash(byte[] b, int from, int length) {
    long h = SALT + length;
    int end = from + length;
    int i = from;
    for (; i + 8 <= end; i += 8) {
      h = mix(h, (long) LONG.get(b, i));
    }
    long tail = 0;
    for (; i < end; i++) {
      tail = (tail << 8) | (b[i] & 0xFF);
    }
    h = mix(h, tail);
    return (int) (h ^ (h >>> 32));
  }

  private static long mix(long h, long x) {
    long product = (h ^ x) * FACTOR;
    return product ^ (product >>> 29);
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
