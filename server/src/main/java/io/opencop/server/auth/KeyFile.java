package io.opencop.server.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that seals the platform's secrets at rest (AES-256-GCM; a sealed text is nonce, then
 * cipher text with tag). It stands in a file of its own, so that a copy of the data without it
 * gives nothing away.
 */
final class KeyFile {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  private KeyFile(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  static KeyFile openOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFile.write(file, Randoms.bytes(KEY_BYTES));
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(file + " holds " + key.length + " bytes, not " + KEY_BYTES);
    }
    return new KeyFile(key);
  }

  byte[] seal(byte[] plain) {
    byte[] nonce = Randoms.bytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** GeneralSecurityException where it was sealed with another key or changed since. */
  byte[] open(byte[] sealed) throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce)
        .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
