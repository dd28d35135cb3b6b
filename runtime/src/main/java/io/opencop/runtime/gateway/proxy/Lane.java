package io.opencop.runtime.gateway.proxy;

import io.opencop.model.message.Message.Text;
import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.opencop.runtime.gateway.routes.Upstream;
import io.opencop.runtime.gateway.telemetry.LaneTelemetry;
import io.opencop.runtime.net.ConnectionGuard;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One event loop with its own connections to clients and to applications: a request that came on a
 * loop is answered on it, so nothing of it is shared and no thread waits for another.
 */
public final class Lane extends VerticleBase {
  private static final int HEADERS = 32 * 1024;
  private static final int LINE = 16 * 1024;

  /** Of a body: what was read at once goes on at once, and not in two packets. */
  private static final int PIECE = 64 * 1024;

  private static final int STREAMS = 256;
  private static final int STREAM_WINDOW = 256 * 1024;
  private static final int CONNECTION_WINDOW = 4 << 20;
  private static final int CONNECTIONS = 4096;
  private static final int HTTP2_CONNECTIONS = 8;

  /**
   * Shorter than any application's own (Node's is 5 s): the side that closes cannot be surprised.
   */
  private static final int KEEP_ALIVE_S = 4;

  private static final long LOOK_MS = 50;

  private final HttpServerOptions options;
  private final Supplier<RouteTable> routes;
  private final SplittableRandom random = new SplittableRandom();
  private final Set<Exchange> held = new LinkedHashSet<>();
  private final Set<Exchange> inFlight = new LinkedHashSet<>();
  private final Set<HttpConnection> doubtful = new HashSet<>();
  private final Set<HttpConnection> http2 = new HashSet<>();
  private final ConnectionGuard guard;
  private final Patience patience;
  private final LaneTelemetry telemetry;
  private boolean leaving;
  private HttpServer server;
  private HttpClient http1;
  private HttpClient h2c;

  /**
   * @param options host, port and TLS; the rest is set here
   * @param routes those in force, asked anew for each request
   * @param telemetry null where nobody wants it
   */
  public Lane(
      HttpServerOptions options,
      Supplier<RouteTable> routes,
      ConnectionGuard guard,
      Patience patience,
      LaneTelemetry telemetry) {
    this.options = options;
    this.routes = routes;
    this.guard = guard;
    this.patience = patience;
    this.telemetry = telemetry;
  }

  @Override
  public Future<?> start() {
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setHttp2MaxSize(HTTP2_CONNECTIONS);
    http1 = open(client(), pool);
    h2c =
        open(client().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false), pool);
    vertx.setPeriodic(LOOK_MS, _ -> look());
    server =
        vertx
            .createHttpServer(server())
            .requestHandler(this::handle)
            .invalidRequestHandler(Refusal::unreadable)
            .connectionHandler(this::opened);
    return server.listen();
  }

  private void opened(HttpConnection connection) {
    guard.opened(connection);
    connection.closeHandler(_ -> {
      http2.remove(connection);
      doubtful.remove(connection);
      guard.closed(connection);
    });
  }

  private HttpClient open(HttpClientOptions client, PoolOptions pool) {
    return vertx
        .httpClientBuilder()
        .with(client)
        .with(pool)
        // An application that is killed is not the log's affair: its requests tell of it.
        .withConnectHandler(c -> c.exceptionHandler(_ -> {}))
        .build();
  }

  private static HttpClientOptions client() {
    return new HttpClientOptions()
        .setKeepAliveTimeout(KEEP_ALIVE_S)
        .setHttp2KeepAliveTimeout(KEEP_ALIVE_S)
        .setMaxHeaderSize(HEADERS)
        .setMaxInitialLineLength(LINE)
        .setMaxChunkSize(PIECE)
        .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
        .setInitialSettings(
            new Http2Settings()
                .setInitialWindowSize(STREAM_WINDOW)
                .setPushEnabled(false)
                .setMaxHeaderListSize(HEADERS));
  }

  private HttpServerOptions server() {
    return new HttpServerOptions(options)
        .setMaxHeaderSize(HEADERS)
        .setMaxInitialLineLength(LINE)
        .setMaxChunkSize(PIECE)
        .setAcceptBacklog(1024)
        .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
        .setInitialSettings(
            new Http2Settings()
                .setInitialWindowSize(STREAM_WINDOW)
                .setMaxConcurrentStreams(STREAMS)
                .setMaxHeaderListSize(HEADERS));
  }

  private void handle(HttpServerRequest request) {
    if (!doubtful.isEmpty() && doubtful.contains(request.connection())) {
      return; // pipelined behind a refused request: where it begins is the sender's claim only
    }
    if (request.version() == HttpVersion.HTTP_2 && http2.add(request.connection()) && leaving) {
      goAway(request.connection());
    }
    Text problem = RequestCheck.problem(request);
    if (problem == null) {
      new Exchange(this, request).begin();
      return;
    }
    if (request.version() != HttpVersion.HTTP_2) {
      doubt(request.connection());
    }
    Refusal.malformed(request, problem);
  }

  /** Nothing more that comes on it is believed until it is closed, which happens at once. */
  private void doubt(HttpConnection connection) {
    doubtful.add(connection);
  }

  private void look() {
    long now = System.nanoTime();
    new ArrayList<>(inFlight).forEach(e -> e.look(now));
    new ArrayList<>(held).forEach(e -> e.look(now));
  }

  /** From any thread: there are new routes. */
  public void routesChanged() {
    if (context != null) { // it is about to start, and will ask for the newest anyway
      context.runOnContext(_ -> List.copyOf(held).forEach(Exchange::wake));
    }
  }

  /**
   * Another gateway accepts the connections now. Clients that ask again here are told to connect
   * anew; closing under their feet would lose a request that is just on its way. Those who are
   * silent that long are closed, and what is in progress then has its time.
   */
  public Future<Void> leave() {
    Promise<Void> left = Promise.promise();
    context.runOnContext(_ -> {
      leaving = true;
      List.copyOf(http2).forEach(this::goAway);
      vertx.setTimer(patience.leaving().toMillis(), _ -> quiet(left));
    });
    return left.future();
  }

  private void goAway(HttpConnection connection) {
    http2.remove(connection);
    var _ = connection.shutdown(patience.streams().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Closes who is silent; the rest as soon as it has its answer. */
  private void quiet(Promise<Void> left) {
    server
        .shutdown(patience.streams().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(_ -> left.tryComplete());
  }

  LaneTelemetry telemetry() {
    return telemetry;
  }

  boolean leaving() {
    return leaving;
  }

  ConnectionGuard guard() {
    return guard;
  }

  long stalledNanos() {
    return patience.stalled().toNanos();
  }

  /** Takes no more connections, and lets requests in progress end within the grace. */
  public Future<Void> drain(long graceMs) {
    return server.shutdown(graceMs, TimeUnit.MILLISECONDS);
  }

  public int port() {
    return server.actualPort();
  }

  RouteTable table() {
    return routes.get();
  }

  boolean trusts(HttpServerRequest request) {
    return request.remoteAddress() != null && table().trusts(request.remoteAddress().hostAddress());
  }

  RandomGenerator random() {
    return random;
  }

  HttpClient client(Upstream.Speaks speaks) {
    return speaks == Upstream.Speaks.H2C ? h2c : http1;
  }

  void track(Exchange exchange) {
    inFlight.add(exchange);
  }

  void untrack(Exchange exchange) {
    inFlight.remove(exchange);
  }

  void hold(Exchange exchange) {
    held.add(exchange);
  }

  void unhold(Exchange exchange) {
    held.remove(exchange);
  }
}
