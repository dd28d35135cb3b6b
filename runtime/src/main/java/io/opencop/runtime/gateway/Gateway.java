package io.opencop.runtime.gateway;

import io.netty.channel.EventLoopGroup;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminNotes;
import io.opencop.runtime.gateway.admin.AdminPort;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.opencop.runtime.gateway.handover.HandOver;
import io.opencop.runtime.gateway.handover.TakeOver;
import io.opencop.runtime.gateway.proxy.Lane;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.RoutesWatch;
import io.opencop.runtime.gateway.telemetry.Telemetry;
import io.opencop.runtime.net.ConnectionGuard;
import io.opencop.runtime.net.GuardedTransport;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  /** Of one gateway; each takes some kilobytes. */
  private static final int MOST_CONNECTIONS = 20_000;

  private static final long SWEEP_MS = 1000;
  private static final long DELIVER_MS = 5000;

  private final GatewaySettings settings;
  private final AdminNotes notes;
  private final GuardedTransport transport;
  private final ConnectionGuard guard;
  private final Vertx vertx;
  private final CompletableFuture<Void> replaced = new CompletableFuture<>();
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private volatile RouteTable table = RouteTable.EMPTY;
  private RoutesWatch watch;
  private AdminPort admin;
  private AdminNote note;
  private HandOver handOver;

  private Gateway(GatewaySettings settings, int loops) {
    this.settings = settings;
    this.notes = new AdminNotes(settings.folder());
    this.transport = new GuardedTransport();
    Patience patience = settings.patience();
    this.guard =
        new ConnectionGuard(MOST_CONNECTIONS, patience.head(), patience.idle(), patience.stalled());
    this.vertx = vertx(loops, transport);
  }

  /**
   * Takes requests when this returns.
   *
   * @param say hears of routes that cannot be used
   * @throws CopException COP-3314 where it cannot listen, COP-3317 where it cannot leave its note
   */
  public static Gateway start(GatewaySettings settings, Consumer<Notice> say) {
    int loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LOOPS);
    Gateway gateway = new Gateway(settings, loops);
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

  private static Vertx vertx(int loops, GuardedTransport transport) {
    return Vertx.builder()
        .withTransport(transport)
        .with(
            new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // Nothing here looks classes up by the thread.
                .setDisableTCCL(true)
                // It would make a folder for files from jars; none are served through it.
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)))
        .build();
  }

  private void open(int loops, Consumer<Notice> say) throws IOException {
    watch = new RoutesWatch(new RoutesFile(settings.routes()), LOOK, this::take, say);
    HttpServerOptions options = options();
    admin = new AdminPort(vertx, () -> table, watch::problem);
    await(admin.open());
    note = note("", "");
    notes.arrive(note); // before it has anything in progress that somebody must know of
    Optional<TakeOver> before = settings.takeOver() ? takeOver() : Optional.empty();
    before.ifPresent(b -> transport.adopt(b.socket()));
    transport.guard(options.getPort(), guard);
    String instance = "gateway-" + ProcessHandle.current().pid();
    Optional<Telemetry> telemetry =
        settings.telemetry().map(t -> new Telemetry(vertx, t, instance, DELIVER_MS));
    await(
        vertx.deployVerticle(
            () -> {
              Lane lane =
                  new Lane(
                      options,
                      () -> table,
                      guard,
                      settings.patience(),
                      telemetry.map(Telemetry::lane).orElse(null));
              lanes.add(lane);
              return lane;
            },
            new DeploymentOptions().setInstances(loops)));
    vertx.setPeriodic(SWEEP_MS, _ -> guard.sweep());
    notes.serve(note(url(), offer(options.getPort())));
    before.ifPresent(TakeOver::done);
  }

  private AdminNote note(String url, String socket) {
    return new AdminNote(
        ProcessHandle.current().pid(),
        url,
        admin.port(),
        admin.token(),
        socket,
        settings.origin().version(),
        settings.origin().digest());
  }

  private Optional<TakeOver> takeOver() {
    if (!transport.shares()) {
      return Optional.empty();
    }
    return notes.alive().stream()
        .filter(other -> !other.socket().isEmpty())
        .map(other -> TakeOver.ask(loops(), Path.of(other.socket()), other.token()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String offer(int askedPort) throws IOException {
    if (!transport.shares()) {
      return "";
    }
    Path place = HandOver.place(settings.folder());
    if (!settings.takeOver()) {
      HandOver.sweep(settings.folder());
    }
    handOver =
        HandOver.offer(
            loops(),
            place,
            admin.token(),
            () -> transport.descriptor(askedPort),
            () -> leave(askedPort));
    return place.toString();
  }

  private EventLoopGroup loops() {
    return ((VertxInternal) vertx).nettyEventLoopGroup();
  }

  /** Another gateway serves on this port now. */
  private void leave(int askedPort) {
    Thread.ofPlatform()
        .name("leaving")
        .start(() -> {
          transport.stopAccepting(askedPort);
          handOver.close();
          await(Future.join(lanes.stream().map(Lane::leave).toList()));
          gone();
          replaced.complete(null);
        });
  }

  private void gone() {
    try {
      if (note != null) {
        notes.leave(note);
      }
    } catch (IOException _) {
      // Whoever starts next removes the note of a process that is no more.
    }
  }

  /** Completes when another gateway has taken over and nothing is in progress here any more. */
  public CompletableFuture<Void> replaced() {
    return replaced;
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            // Servers on one negative port share one free port of the system's choice.
            .setPort(settings.port() == 0 ? -1 : settings.port());
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
    if (handOver != null) {
      handOver.close();
    }
    await(vertx.close());
    gone();
  }
}
