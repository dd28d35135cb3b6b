package io.opencop.runtime.gateway;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminPort;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.opencop.runtime.gateway.proxy.Lane;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.RoutesWatch;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The way into all apps. It knows one file of routes and no platform, so it goes on when that is
 * killed or replaced.
 */
public final class Gateway implements AutoCloseable {
  private static final int MOST_LOOPS = 4;
  private static final Duration LOOK = Duration.ofMillis(50);

  private final GatewaySettings settings;
  private final Vertx vertx;
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private volatile RouteTable table = RouteTable.EMPTY;
  private RoutesWatch watch;
  private AdminPort admin;

  private Gateway(GatewaySettings settings, Vertx vertx) {
    this.settings = settings;
    this.vertx = vertx;
  }

  /**
   * Takes requests when this returns.
   *
   * @param say hears of routes that cannot be used
   * @throws CopException COP-3314 where it cannot listen, COP-3317 where it cannot leave its note
   */
  public static Gateway start(GatewaySettings settings, Consumer<Notice> say) {
    int loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LOOPS);
    Gateway gateway = new Gateway(settings, vertx(loops));
    try {
      Files.createDirectories(settings.folder());
      gateway.open(loops, say);
      return gateway;
    } catch (IOException e) {
      gateway.close();
      throw new CopException(
          GatewayMessage.NO_FOLDER.with("folder", settings.folder(), "reason", e), e);
    } catch (CompletionException e) {
      gateway.close();
      throw new CopException(
          GatewayMessage.CANNOT_LISTEN.with(
              "host",
              settings.host(),
              "port",
              settings.port(),
              "reason",
              String.valueOf(e.getCause().getMessage())),
          e);
    }
  }

  private static Vertx vertx(int loops) {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(loops)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setPreferNativeTransport(true)
            // Nothing here looks classes up by the thread.
            .setDisableTCCL(true)
            // It would make a folder for files from jars; none are served through it.
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setClassPathResolvingEnabled(false)
                    .setFileCachingEnabled(false)));
  }

  private void open(int loops, Consumer<Notice> say) throws IOException {
    watch = new RoutesWatch(new RoutesFile(settings.routes()), LOOK, this::take, say);
    HttpServerOptions options = options();
    await(
        vertx.deployVerticle(
            () -> {
              Lane lane = new Lane(options, () -> table);
              lanes.add(lane);
              return lane;
            },
            new DeploymentOptions().setInstances(loops)));
    admin = new AdminPort(vertx, () -> table, watch::problem);
    await(admin.open());
    new AdminNote(ProcessHandle.current().pid(), url(), admin.port(), admin.token())
        .write(settings.note());
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            // Servers on one negative port share one free port of the system's choice.
            .setPort(settings.port() == 0 ? -1 : settings.port())
            .setIdleTimeout((int) settings.idle().toSeconds());
    settings
        .tls()
        .ifPresent(tls ->
            options
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString())));
    return options;
  }

  private void take(Routes routes) {
    table = new RouteTable(routes, table);
    lanes.forEach(Lane::routesChanged);
  }

  /** Where it takes requests. */
  public String url() {
    boolean any = settings.host().equals("0.0.0.0") || settings.host().equals("::");
    String name = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    String host = any ? "127.0.0.1" : name;
    return (settings.tls().isPresent() ? "https" : "http") + "://" + host + ":" + port();
  }

  public int port() {
    return lanes.getFirst().port();
  }

  /** The routes in force. */
  public Routes routes() {
    return table.routes();
  }

  /** Takes no more connections; what is in progress may end within the grace. */
  public void drain(Duration grace) {
    await(Future.join(lanes.stream().map(lane -> lane.drain(grace.toMillis())).toList()));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    await(vertx.close());
  }
}
