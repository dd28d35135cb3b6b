package io.opencop.telemetry.assemble;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Opaque places in a list. A cursor says behind which item the next page begins (its sort key), so
 * items that arrive in between neither repeat nor hide others. It is no secret and no permission: a
 * forged one can only name another place.
 */
public final class Cursors {
  private static final String SEPARATOR = "\u0001";

  private Cursors() {}

  /**
   * @param kind the question and its order; a cursor of another kind is refused
   * @param key the sort key of the last item shown
   */
  public static String encode(String kind, String... key) {
    String text = kind + SEPARATOR + String.join(SEPARATOR, key);
    String sealed = checksum(text) + SEPARATOR + text;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the sort key; null where the cursor is null
   * @throws IllegalArgumentException naming {@code cursor} where it is not one of this kind
   */
  public static List<String> decode(String kind, int fields, String cursor) {
    if (cursor == null) {
      return null;
    }
    String[] parts = text(cursor).split(SEPARATOR, -1);
    if (parts.length != fields + 2
        || !parts[1].equals(kind)
        || !parts[0].equals(checksum(String.join(SEPARATOR, tail(parts, 1))))) {
      throw bad(null);
    }
    return List.of(tail(parts, 2));
  }

  /** A number of a decoded key. */
  public static long number(String field) {
    try {
      return Long.parseLong(field);
    } catch (NumberFormatException e) {
      throw bad(e);
    }
  }

  private static String text(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad(e);
    }
  }

  private static String[] tail(String[] parts, int from) {
    return Arrays.copyOfRange(parts, from, parts.length);
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toString(crc.getValue(), 36);
  }

  private static IllegalArgumentException bad(Exception cause) {
    return new IllegalArgumentException(
        "cursor: not a cursor of this list; expected the next_cursor of the page before, with the"
            + " same conditions",
        cause);
  }
}
