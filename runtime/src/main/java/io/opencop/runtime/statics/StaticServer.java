package io.opencop.runtime.statics;

import io.opencop.model.message.CopException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Serves one folder over HTTP/1.1 and HTTP/2 in the clear; what is in front of it does TLS. */
public final class StaticServer implements AutoCloseable {
  private static final int IDLE_S = 75;
  private static final int HEADERS = 32 * 1024;
  private static final int BACKLOG = 1024;

  private final Vertx vertx;
  private final HttpServer server;
  private final String host;

  private StaticServer(Vertx vertx, HttpServer server, String host) {
    this.vertx = vertx;
    this.server = server;
    this.host = host;
  }

  /**
   * Serves when this returns.
   *
   * @throws CopException COP-3651 where the folder cannot be read, COP-3652 where it cannot listen
   */
  public static StaticServer start(SiteSettings settings) {
    Path root = root(settings.root());
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(1)
                .setPreferNativeTransport(true)
                .setDisableTCCL(true)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    Site site = new Site(vertx, root, settings.singlePage());
    try {
      HttpServer server =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setIdleTimeout(IDLE_S)
                      .setMaxHeaderSize(HEADERS)
                      .setAcceptBacklog(BACKLOG))
              .requestHandler(site::handle)
              .connectionHandler(c -> c.exceptionHandler(_ -> {}))
              .listen(settings.port(), settings.host())
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      return new StaticServer(vertx, server, settings.host());
    } catch (CompletionException e) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      throw new CopException(
          SiteMessage.CANNOT_LISTEN.with(
              "host",
              settings.host(),
              "port",
              settings.port(),
              "reason",
              String.valueOf(e.getCause().getMessage())),
          e);
    }
  }

  private static Path root(Path folder) {
    try {
      Path root = folder.toRealPath();
      if (!Files.isDirectory(root) || !Files.isReadable(root)) {
        throw new CopException(
            SiteMessage.NO_FOLDER.with("root", folder, "reason", "it is no folder we may read"));
      }
      return root;
    } catch (IOException e) {
      throw new CopException(SiteMessage.NO_FOLDER.with("root", folder, "reason", e), e);
    }
  }

  public int port() {
    return server.actualPort();
  }

  public String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** Takes no more connections; what is being sent may end within the grace. */
  public void drain(Duration grace) {
    server
        .shutdown(grace.toMillis(), TimeUnit.MILLISECONDS)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
