package io.opencop.shop.storefront;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC-SHA256, 20,000 rounds, 32 bytes; the members' table is made with the same. */
final class Passwords {
  private static final int ROUNDS = 20_000;
  private static final int BITS = 256;

  private Passwords() {}

  static boolean matches(String password, byte[] salt, byte[] hash) {
    try {
      byte[] computed =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS))
              .getEncoded();
      return MessageDigest.isEqual(computed, hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
