package io.opencop.telemetry.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 checking. Senders cut texts in the middle of a character; one such value in a file makes
 * readers refuse the whole file, so text is checked before it enters a column.
 */
public final class Utf8 {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
   * forms).
   *
   * @param buf holds the text
   * @param off where it begins
   * @param len bytes
   */
  public static boolean valid(byte[] buf, int off, int len) {
    int i = off;
    int end = off + len;
    while (true) {
      while (i + 8 <= end && ((long) LONG.get(buf, i) & HIGH_BITS) == 0) {
        i += 8;
      }
      while (i < end && buf[i] >= 0) {
        i++;
      }
      if (i >= end) {
        return true;
      }
      int width = width(buf, i, end);
      if (width == 0) {
        return false;
      }
      i += width;
    }
  }

  /** Bytes of the character with high bit set at i, or 0 if it is malformed. */
  private static int width(byte[] buf, int i, int end) {
    int b = buf[i] & 0xff;
    int width = b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
    if (width == 0 || i + width > end) {
      return 0;
    }
    int second = buf[i + 1] & 0xff;
    int low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    int high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int k = 2; k < width; k++) {
      if ((buf[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return width;
  }

  /**
   * The same text with U+FFFD in place of what is malformed.
   *
   * @param buf holds the text
   * @param off where it begins
   * @param len bytes
   */
  public static byte[] repair(byte[] buf, int off, int len) {
    return new String(buf, off, len, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }
}
