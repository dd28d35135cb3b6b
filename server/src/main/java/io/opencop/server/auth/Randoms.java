package io.opencop.server.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that fit into a header or a link as they are. */
final class Randoms {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Randoms() {}

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** {@code bytes} random bytes as unpadded base64url. */
  static String text(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
  }
}
