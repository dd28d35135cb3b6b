package io.opencop.telemetry.otlp;

import java.nio.charset.StandardCharsets;

/** Is it UTF-8, where may it be cut, how is it mended. */
final class Utf8 {
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Utf8() {}

  static boolean valid(byte[] b, int off, int len) {
    return ascii(b, off, off + len) || validFrom(b, off, off + len);
  }

  /** True where all of [p, end) is ASCII; eight bytes a step. */
  static boolean ascii(byte[] b, int p, int end) {
    if (end - p < 8) {
      int seen = 0;
      for (; p < end; p++) {
        seen |= b[p];
      }
      return seen >= 0;
    }
    int last = end - 8; // the last step overlaps the one before: cheaper than a byte loop
    long seen = Wire.fixed64(b, last);
    for (; p < last; p += 8) {
      seen |= Wire.fixed64(b, p);
    }
    return (seen & HIGH_BITS) == 0;
  }

  /** RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
  private static boolean validFrom(byte[] b, int p, int end) {
    while (p < end) {
      int size = sequence(b, p, end);
      if (size == 0) {
        return false;
      }
      p += size;
    }
    return true;
  }

  /** The bytes of the well-formed character at p, or 0. */
  private static int sequence(byte[] b, int p, int end) {
    int x = b[p];
    if (x >= 0) {
      return 1;
    }
    x &= 0xff;
    if (x < 0xc2 || x > 0xf4) {
      return 0;
    }
    int size = x < 0xe0 ? 2 : x < 0xf0 ? 3 : 4;
    if (size > end - p) {
      return 0;
    }
    int y = b[p + 1] & 0xff;
    int low = x == 0xe0 ? 0xa0 : x == 0xf0 ? 0x90 : 0x80;
    int high = x == 0xed ? 0x9f : x == 0xf4 ? 0x8f : 0xbf;
    if (y < low || y > high) {
      return 0;
    }
    for (int i = 2; i < size; i++) {
      if ((b[p + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return size;
  }

  /** The same text with every bad sequence replaced by U+FFFD, as java.lang.String does it. */
  static byte[] repaired(byte[] b, int off, int len) {
    return new String(b, off, len, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }

  /** The largest length of at most {@code max} bytes that does not cut a character in two. */
  static int cut(byte[] b, int off, int max) {
    int len = max;
    // At most three continuation bytes stand behind a lead byte; more is not UTF-8 anyway.
    while (len > max - 4 && len > 0 && (b[off + len] & 0xc0) == 0x80) {
      len--;
    }
    return len;
  }
}
