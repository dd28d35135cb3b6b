package io.opencop.server.net;

import io.opencop.model.message.CopException;
import io.opencop.runtime.net.ConnectionGuard;
import io.opencop.server.config.TlsConfig;
import io.opencop.server.machine.PortHolder;
import io.opencop.server.message.StartMessage;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One port, served by as many event loops as there are. HTTP/1.1 and HTTP/2 both arrive on it: in
 * the clear by prior knowledge, under TLS by ALPN.
 *
 * @param key the setting that names the port, for messages
 * @param port 0 takes a free one
 */
public record Listener(String key, String host, int port, TlsConfig tls, Duration idleTimeout) {
  /** A sender may have this much under way before we have looked at it, per stream and in all. */
  private static final int STREAM_WINDOW = 1 << 20;

  private static final int CONNECTION_WINDOW = 4 << 20;
  private static final int STREAMS = 256;
  private static final int HEADERS = 16 * 1024;
  private static final int CHUNK = 64 * 1024;

  /** A port that listens, on all its event loops. */
  public record Open(List<HttpServer> servers, String host, int port, boolean tls) {
    /** What a client would type. */
    public String address(String scheme) {
      boolean any = host.equals("0.0.0.0") || host.equals("::");
      String name = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
      return scheme + (tls ? "s" : "") + "://" + name + ":" + port;
    }

    /** Takes no more connections, and lets requests in progress end within the grace. */
    public Future<Void> close(Duration grace) {
      return Future.join(
              servers.stream()
                  .map(s -> s.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS))
                  .toList())
          .mapEmpty();
    }
  }

  /** Listens, or says with a {@link CopException} why it cannot. */
  public Open open(Loops loops, ConnectionGuard guard, Handler<HttpServerRequest> handler) {
    // Servers on one negative port share one free port of the system's choice.
    int asked = port == 0 ? -1 - Math.floorMod(key.hashCode(), 10_000) : port;
    loops.transport().guard(asked, guard);
    List<HttpServer> servers = new ArrayList<>();
    try {
      for (int i = 0; i < loops.count(); i++) {
        HttpServer server =
            loops
                .vertx()
                .createHttpServer(options().setPort(asked).setHost(host))
                .requestHandler(guard.around(handler))
                .connectionHandler(guard::opened);
        servers.add(server.listen().toCompletionStage().toCompletableFuture().join());
      }
    } catch (CompletionException e) {
      servers.forEach(HttpServer::close);
      throw failure(e.getCause());
    }
    return new Open(List.copyOf(servers), host, servers.getFirst().actualPort(), tls.present());
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxHeaderSize(HEADERS)
            .setMaxInitialLineLength(HEADERS)
            .setMaxChunkSize(CHUNK)
            .setIdleTimeout((int) idleTimeout.toSeconds())
            .setTcpNoDelay(true)
            .setAcceptBacklog(1024)
            .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
            .setInitialSettings(
                new Http2Settings()
                    .setInitialWindowSize(STREAM_WINDOW)
                    .setMaxConcurrentStreams(STREAMS)
                    .setMaxHeaderListSize(HEADERS));
    if (tls.present()) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificate().orElseThrow().toString())
                  .setKeyPath(tls.key().orElseThrow().toString()));
    }
    return options;
  }

  private String holder() {
    return PortHolder.of(port).map(PortHolder::toString).orElse("another process");
  }

  private CopException failure(Throwable cause) {
    // The JDK's BindException, or what Linux's own transport throws.
    if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("in use")) {
      return new CopException(
          StartMessage.PORT_TAKEN.with("key", key, "port", port, "host", host, "holder", holder()),
          cause);
    }
    return new CopException(
        StartMessage.PORT_REFUSED.with(
            "key", key, "host", host, "port", port, "reason", cause.getMessage()),
        cause);
  }
}
