package io.opencop.telemetry.ingest;

import io.opencop.telemetry.otlp.JsonText;
import java.nio.charset.StandardCharsets;

/** What the JSON columns need beyond {@link JsonText}. */
final class Json {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Json() {}

  /** A comma, unless something has just been opened. */
  static JsonText comma(JsonText out) {
    byte last = out.size() == 0 ? (byte) '[' : out.buf()[out.size() - 1];
    return last == '{' || last == '[' ? out : out.raw(',');
  }

  static JsonText text(JsonText out, String s) {
    byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
    return out.string(utf8, 0, utf8.length);
  }

  static JsonText text(JsonText out, byte[] utf8) {
    return out.string(utf8, 0, utf8.length);
  }

  /** A span id. */
  static JsonText hex(JsonText out, long id) {
    out.raw('"');
    digits(out, id);
    return out.raw('"');
  }

  /** A trace id. */
  static JsonText hex(JsonText out, long high, long low) {
    out.raw('"');
    digits(out, high);
    digits(out, low);
    return out.raw('"');
  }

  private static void digits(JsonText out, long id) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      out.raw((char) HEX[(int) (id >>> shift) & 0xf]);
    }
  }
}
