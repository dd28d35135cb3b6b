package io.opencop.telemetry.drain;

/** What a byte of a log line may be. */
final class Bytes {
  static final byte WORD = 0;
  static final byte DIGIT = 1;
  static final byte FOREIGN = 2; // part of a character outside ASCII
  static final byte SPACE = 3;
  static final byte PUNCTUATION = 4;
  static final byte OPEN = 5;
  static final byte CLOSE = 6;
  static final byte QUOTE = 7;
  static final byte APOSTROPHE = 8;
  static final byte EQUALS = 9;
  static final byte COLON = 10;
  static final byte ESCAPE = 11; // starts a terminal colour

  private static final byte[] KIND = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      KIND[b] = b >= 128 ? FOREIGN : b <= ' ' || b == 127 ? SPACE : WORD;
    }
    set("0123456789", DIGIT);
    set(",;|#!?^`<>", PUNCTUATION);
    set("([{", OPEN);
    set(")]}", CLOSE);
    set("\"", QUOTE);
    set("'", APOSTROPHE);
    set("=", EQUALS);
    set(":", COLON);
    set("\u001b", ESCAPE);
  }

  private Bytes() {}

  private static void set(String chars, byte kind) {
    for (int i = 0; i < chars.length(); i++) {
      KIND[chars.charAt(i)] = kind;
    }
  }

  static byte kind(byte b) {
    return KIND[b & 0xff];
  }

  static boolean letter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  static boolean word(byte kind) {
    return kind <= FOREIGN;
  }
}
