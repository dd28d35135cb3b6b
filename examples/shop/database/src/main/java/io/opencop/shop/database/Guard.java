package io.opencop.shop.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends PostgreSQL when this JVM is gone, however it went. PostgreSQL leaves its parent's process
 * group and would outlive a {@code kill -9}; a shell that waits for the end of our pipe does not
 * depend on us running any code at the end.
 */
final class Guard implements AutoCloseable {
  // SIGINT and SIGTERM reach the whole group on Ctrl-C; the guard must outlive the JVM, so it
  // ignores them. SIGQUIT asks PostgreSQL for an immediate shutdown.
  private static final String SCRIPT =
      "trap '' INT TERM HUP; while read -r _; do :; done;"
          + " [ -f \"$0/postmaster.pid\" ] && kill -QUIT \"$(head -n 1 \"$0/postmaster.pid\")\"";

  private final Process shell;

  private Guard(Process shell) {
    this.shell = shell;
  }

  static Guard over(Path dataFolder) throws IOException {
    return new Guard(
        new ProcessBuilder("sh", "-c", SCRIPT, dataFolder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
  }
}
