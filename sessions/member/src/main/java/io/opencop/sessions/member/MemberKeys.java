package io.opencop.sessions.member;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key members talk with. Loopback is open to every user of the machine, so who does not know
 * the secret can neither join nor slip a message in.
 */
final class MemberKeys {
  private MemberKeys() {}

  /**
   * @param secret of the grid; random, so a plain digest makes a key of it
   */
  static void write(Path file, String secret) throws IOException, GeneralSecurityException {
    byte[] key =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    char[] password = secret.toCharArray();
    KeyStore store = KeyStore.getInstance("pkcs12");
    store.load(null, password);
    store.setEntry(
        "members",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
        new KeyStore.PasswordProtection(password));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
  }
}
