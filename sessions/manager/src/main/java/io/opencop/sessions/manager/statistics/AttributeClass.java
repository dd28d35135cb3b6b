package io.opencop.sessions.manager.statistics;

import java.nio.charset.StandardCharsets;

/**
 * The class of an encoded attribute, read from its first bytes without loading anything (Java
 * Object Serialization Specification, chapter 6).
 */
final class AttributeClass {
  private static final int STREAM = 5;
  private static final int STRING = 0x74;
  private static final int LONG_STRING = 0x7C;
  private static final int CLASS_DESCRIPTION = 0x72;

  private AttributeClass() {}

  static String of(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == 'T') {
      return String.class.getName();
    }
    if (bytes.length < STREAM + 2 || bytes[0] != 'J') {
      return "?";
    }
    int kind = bytes[STREAM] & 0xFF;
    if (kind == STRING || kind == LONG_STRING) {
      return String.class.getName();
    }
    int at = STREAM + 2;
    if ((bytes[STREAM + 1] & 0xFF) != CLASS_DESCRIPTION || bytes.length < at + 2) {
      return "?";
    }
    int length = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    if (bytes.length < at + 2 + length) {
      return "?";
    }
    return new String(bytes, at + 2, length, StandardCharsets.UTF_8);
  }
}
