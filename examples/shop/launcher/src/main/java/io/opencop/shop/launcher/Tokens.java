package io.opencop.shop.launcher;

import java.security.SecureRandom;
import java.util.HexFormat;

final class Tokens {
  private static final int BYTES = 16;

  private Tokens() {}

  /** 128 random bits, in hex. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
