package io.opencop.telemetry.otlp.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** JSON can spell what UTF-8 cannot: half a surrogate pair. */
final class Text {
  private Text() {}

  /** The UTF-8 bytes; a lone surrogate becomes U+FFFD, as everywhere in the receiver. */
  static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return mended(text).getBytes(UTF_8);
      }
    }
    return text.getBytes(UTF_8);
  }

  private static String mended(String text) {
    StringBuilder good = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(good::appendCodePoint);
    return good.toString();
  }
}
