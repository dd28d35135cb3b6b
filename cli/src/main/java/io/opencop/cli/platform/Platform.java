package io.opencop.cli.platform;

import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.RunningPlatform;
import io.opencop.cli.client.RunningPlatforms;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.server.OpenCop;
import io.opencop.server.Running;
import io.opencop.server.config.LoadedConfig;
import io.opencop.server.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The platform in this process, known to this user's other commands while it runs. */
public final class Platform implements AutoCloseable {
  private final Terminal terminal;
  private final LoadedConfig loaded;
  private final Running running;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean stopping;

  private Platform(Terminal terminal, LoadedConfig loaded, Running running) {
    this.terminal = terminal;
    this.loaded = loaded;
    this.running = running;
  }

  public static Platform start(Terminal terminal, LoadedConfig loaded) {
    return start(terminal, loaded, terminal::inform);
  }

  /** The same, where somebody else decides what of the good news is told. */
  public static Platform start(Terminal terminal, LoadedConfig loaded, Consumer<Notice> say) {
    Logging.configure(loaded.config().log());
    Running running = OpenCop.start(loaded, say);
    Platform platform = new Platform(terminal, loaded, running);
    try {
      new RunningPlatforms(terminal).add(platform.entry());
    } catch (IOException e) {
      // Other commands will need --url and --token; the platform itself is unharmed.
      terminal.tell(
          CliMessage.FILE_PROBLEM.with("path", terminal.copHome(), "reason", e.toString()));
    }
    return platform;
  }

  /** Where this process finds it, whatever address people use. */
  public String url() {
    return running.url();
  }

  public String otlpGrpc() {
    String scheme = loaded.config().tls().present() ? "https://" : "http://";
    String host = loaded.config().otlp().host();
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    return scheme + (any ? "127.0.0.1" : host) + ":" + running.grpcPort();
  }

  public String otlpHttp() {
    return otlpGrpc().replaceAll(":[0-9]+$", ":" + running.httpPort());
  }

  public Optional<String> otlpToken() {
    return loaded.config().otlp().tokens().stream().map(Secret::reveal).findFirst();
  }

  public String adminLink() {
    return running.adminLink();
  }

  private RunningPlatform entry() {
    return RunningPlatform.here(url(), running.webPort(), loaded.config().data().dir());
  }

  private Path tokenFile() {
    return entry().tokenFile();
  }

  public String adminToken() {
    try {
      return Files.readString(tokenFile()).strip();
    } catch (IOException e) {
      throw new CopException(
          CliMessage.FILE_PROBLEM.with("path", tokenFile(), "reason", e.toString()), e);
    }
  }

  /** On Ctrl-C or SIGTERM: first these, then the platform, with a sentence before and one after. */
  public void closeAtExit(Notice before, Notice after, AutoCloseable... first) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (closed.get()) {
                    return; // it had ended by itself, and said so
                  }
                  stopping = true;
                  terminal.inform(before);
                  for (AutoCloseable part : first) {
                    close(part);
                  }
                  close();
                  terminal.inform(after);
                },
                "stop"));
  }

  /**
   * Whether a signal has come. What ends from then on ends because it was told to, and is no
   * failure.
   */
  public boolean isStopping() {
    return stopping;
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println(e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      running.close();
      try {
        new RunningPlatforms(terminal).remove(entry());
      } catch (IOException e) {
        // A stale note names a dead process, which the next reader recognises by itself.
        terminal.err().println(e);
      }
    }
  }
}
