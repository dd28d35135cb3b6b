package io.opencop.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.model.message.CopException;
import io.opencop.server.message.StartMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The three files of sign-on in the data folder, each with mode 0600: {@code secret.key}; {@code
 * auth.sealed} with everything that outlives a start; and {@code admin.token} in plain text, for
 * the person and the command line on this machine. The last may be removed once it is noted
 * elsewhere: only its hash is needed.
 */
final class AuthFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path sealed;
  private final Path token;
  private final Path keyPath;
  private final KeyFile key;

  AuthFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.sealed = folder.resolve("auth.sealed");
    this.token = folder.resolve("admin.token");
    this.keyPath = folder.resolve("secret.key");
    this.key = KeyFile.openOrCreate(keyPath);
  }

  /** What was kept, or a first state with a new admin token. */
  AuthState load() throws IOException {
    if (!Files.exists(sealed)) {
      String admin = Randoms.text(24);
      AuthState first =
          new AuthState(
              AuthState.FORMAT,
              base64(Hashes.sha256(admin)),
              base64(Randoms.bytes(32)),
              Map.of(),
              List.of());
      PrivateFile.write(token, (admin + "\n").getBytes(StandardCharsets.UTF_8));
      save(first);
      return first;
    }
    try {
      JsonNode state = JSON.readTree(key.open(Files.readAllBytes(sealed)));
      int format = state.path("format").asInt();
      if (format > AuthState.FORMAT) {
        throw new CopException(
            StartMessage.FORMAT_TOO_NEW.with(
                "path", sealed, "found", format, "known", AuthState.FORMAT));
      }
      return JSON.treeToValue(state, AuthState.class);
    } catch (GeneralSecurityException | IOException e) {
      throw new CopException(
          AuthMessage.STATE_UNREADABLE.with(
              "path", sealed, "key", keyPath, "token", token, "reason", e.getMessage()),
          e);
    }
  }

  void save(AuthState state) throws IOException {
    PrivateFile.write(sealed, key.seal(JSON.writeValueAsBytes(state)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
