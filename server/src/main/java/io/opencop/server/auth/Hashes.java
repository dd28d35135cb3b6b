package io.opencop.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Tokens are 192 random bits, so a plain SHA-256 keeps them safe at rest; a slow hash protects
 * passwords people choose, of which there are none.
 */
public final class Hashes {
  private Hashes() {}

  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Takes the same time whichever matches, and whether one does. */
  public static boolean isAmong(List<byte[]> known, byte[] hash) {
    boolean found = false;
    for (byte[] one : known) {
      found |= MessageDigest.isEqual(one, hash);
    }
    return found;
  }
}
