package io.opencop.server.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.model.message.CopException;
import io.opencop.server.auth.Auth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens {@code auth.sealed} as its documentation says it is sealed, and seals it changed. */
final class AuthFormats {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NONCE = 12;

  private AuthFormats() {}

  static void rewrite(Path folder, Consumer<ObjectNode> change)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("auth.sealed");
    byte[] key = Files.readAllBytes(folder.resolve("secret.key"));
    byte[] sealed = Files.readAllBytes(file);
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    ObjectNode state =
        (ObjectNode)
            JSON.readTree(
                cipher(Cipher.DECRYPT_MODE, key, nonce)
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
    change.accept(state);
    // A nonce must not be used twice with one key.
    nonce[0]++;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(nonce);
    out.write(cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(JSON.writeValueAsBytes(state)));
    Files.write(file, out.toByteArray());
  }

  /** The number of the message a start on this folder ends with. */
  static String refusal(Path folder) {
    try {
      Auth.open(folder, List.of(), Duration.ofHours(1), Instant::now);
      return "none";
    } catch (CopException e) {
      return e.notices().getFirst().code();
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    return cipher;
  }
}
