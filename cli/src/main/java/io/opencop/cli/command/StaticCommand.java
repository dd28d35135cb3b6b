package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.platform.Logging;
import io.opencop.runtime.statics.SiteMessage;
import io.opencop.runtime.statics.SiteSettings;
import io.opencop.runtime.statics.StaticServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cop static}: a folder over HTTP; what an app of the kind {@code static} runs as. */
@Command(name = "static")
final class StaticCommand extends CopCommand {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Option(names = "--root", paramLabel = "DIR", required = true)
  Path root;

  @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
  String host;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
  int port;

  @Option(names = "--single-page")
  boolean singlePage;

  StaticCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    Logging.quiet();
    StaticServer server =
        StaticServer.start(new SiteSettings(root.toAbsolutePath(), host, port, singlePage));
    terminal.inform(SiteMessage.SERVING.with("root", root, "url", server.url()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.drain(GRACE);
                  server.close();
                },
                "stop"));
    new CountDownLatch(1).await();
    return OK;
  }
}
