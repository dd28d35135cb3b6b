package io.opencop.sessions.grid;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What an application's session manager is told, in a file that only its owner may read; the
 * environment variable {@value #VARIABLE} names it. A manager reads over keys it does not know.
 *
 * @param app what keeps its sessions apart from those of other apps; apps that share one, share
 *     sessions
 * @param unreachable {@code wait}, {@code local} or {@code refuse}
 * @param waitAtMost, before a waiting request is refused
 * @param more further settings by their keys
 */
public record SessionsFile(
    GridAccess grid,
    String app,
    String unreachable,
    Duration waitAtMost,
    Map<String, String> more) {
  public static final String VARIABLE = "OPENCOP_SESSIONS_FILE";
  private static final String PRIVATE = "rw-------";

  public SessionsFile {
    more = Map.copyOf(more);
  }

  /** Writes it, whole or not at all. */
  public void write(Path file) throws IOException {
    Properties p = new Properties();
    p.putAll(more);
    p.setProperty("servers", grid.servers());
    p.setProperty("user", grid.user());
    p.setProperty("password", grid.password());
    p.setProperty("cache", grid.cache());
    p.setProperty("app", app);
    p.setProperty("unreachable", unreachable);
    p.setProperty("wait-ms", Long.toString(waitAtMost.toMillis()));
    StringWriter text = new StringWriter();
    p.store(text, null);
    // The first line is the time it was written: the same settings make the same file.
    String lines = text.toString().replaceFirst("^#.*\\R", "");
    Path next =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".sessions",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    Files.write(next, List.of(lines.stripTrailing().split("\\R")), StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
