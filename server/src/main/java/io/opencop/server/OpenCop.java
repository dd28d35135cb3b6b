package io.opencop.server;

import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.runtime.net.ConnectionGuard;
import io.opencop.server.api.Api;
import io.opencop.server.api.Queries;
import io.opencop.server.apps.AppHost;
import io.opencop.server.apps.HostMessage;
import io.opencop.server.apps.Hosting;
import io.opencop.server.apps.Plans;
import io.opencop.server.auth.Auth;
import io.opencop.server.auth.Doors;
import io.opencop.server.config.Config;
import io.opencop.server.config.LoadedConfig;
import io.opencop.server.config.OtlpConfig;
import io.opencop.server.config.Secret;
import io.opencop.server.contract.Contract;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.message.StartMessage;
import io.opencop.server.net.Listener;
import io.opencop.server.net.Loops;
import io.opencop.server.net.MachineNames;
import io.opencop.server.otlp.Budget;
import io.opencop.server.otlp.OtlpHandler;
import io.opencop.server.otlp.Receiver;
import io.opencop.server.otlp.ReceiverCounters;
import io.opencop.server.otlp.Receiving;
import io.opencop.server.otlp.SenderTokens;
import io.opencop.server.self.SelfObserver;
import io.opencop.telemetry.TelemetryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts the platform: store, doors, ports. */
public final class OpenCop {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long SWEEP_MILLIS = 1_000;

  private final LoadedConfig loaded;
  private final Config config;
  private final Consumer<Notice> say;
  private final Instant started = Instant.now();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<Loops> loops =
      CompletableFuture.supplyAsync(Loops::start, workers);
  private final Queries queries;
  private final Hosting hosting;
  private final AtomicBoolean ready = new AtomicBoolean();
  private final ReceiverCounters counters = new ReceiverCounters();
  private final List<Listener.Open> open = new ArrayList<>();

  private OpenCop(LoadedConfig loaded, Consumer<Notice> say) {
    this.loaded = loaded;
    this.config = loaded.config();
    this.say = say;
    this.hosting =
        config.runtime().enabled() ? new Hosting() : Hosting.off(HostMessage.SWITCHED_OFF.with());
    this.queries = new Queries(config.limits().queries(), config.limits().queryTime());
  }

  /** Starts on this configuration, with the disk store in its data folder. */
  public static Running start(LoadedConfig loaded, Consumer<Notice> say) {
    return start(loaded, () -> DiskStore.open(loaded.config()), say);
  }

  /**
   * Starts on this configuration.
   *
   * @param store opens the store; it is closed with the platform
   * @param say is told what a person should know, in order
   * @throws io.opencop.model.message.CopException with everything that stands in the way
   */
  public static Running start(
      LoadedConfig loaded, Supplier<TelemetryStore> store, Consumer<Notice> say) {
    return new OpenCop(loaded, say).start(store);
  }

  private Running start(Supplier<TelemetryStore> opener) {
    TelemetryStore store = null;
    try {
      // Neither the contract nor the event loops need the store: they get ready while it opens.
      CompletableFuture<Contract> contract =
          CompletableFuture.supplyAsync(ContractReader::read, workers);
      // The store first: it holds the lock that keeps a second platform off the folder.
      store = opener.get();
      Auth auth =
          Auth.open(
              config.data().dir(),
              config.auth().tokens(),
              config.web().sessionAge(),
              InstantSource.system());
      Running running = listen(store, auth, contract.join());
      ready.set(true);
      say.accept(
          StartMessage.LISTENING.with(
              "grpc", open.get(1).address("http"), "http", open.get(2).address("http")));
      say.accept(StartMessage.FIRST_LINK.with("link", running.adminLink()));
      double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
      say.accept(StartMessage.READY.with("seconds", seconds));
      TelemetryStore opened = store;
      // Nobody who sends telemetry or asks waits for the apps to be adopted.
      workers.execute(() -> hosting.open(() -> host(opened)));
      return running;
    } catch (RuntimeException e) {
      stop(store);
      throw e;
    }
  }

  private Running listen(TelemetryStore store, Auth auth, Contract contract) {
    OtlpConfig otlp = config.otlp();
    Budget budget = new Budget(otlp.inFlight().bytes());
    Receiving receiving = new Receiving(otlp.requestTimeout());
    ConnectionGuard senders =
        new ConnectionGuard(otlp.maxConnections(), otlp.requestTimeout(), otlp.idleTimeout());
    ConnectionGuard people =
        new ConnectionGuard(otlp.maxConnections(), otlp.requestTimeout(), otlp.idleTimeout());
    Receiver receiver =
        new Receiver(
            store,
            new SenderTokens(otlp.tokens().stream().map(Secret::reveal).toList()),
            budget,
            counters,
            receiving,
            workers,
            (int) Math.min(Integer.MAX_VALUE - 16, otlp.maxRequest().bytes()));
    SelfObserver observer =
        new SelfObserver(store, counters, budget, contract, Version.text(), started);
    Api api =
        new Api(
            loaded,
            store,
            contract,
            auth,
            new Doors(config.web(), MachineNames.of(config.web().host())),
            counters,
            budget,
            senders,
            this::listening,
            this::url,
            ready::get,
            workers,
            queries,
            hosting,
            InstantSource.system(),
            observer,
            Version.text(),
            started);
    Listener web = listener("web.port", config.web().host(), config.web().port().number());
    Listener grpc = listener("otlp.grpc-port", otlp.host(), otlp.grpcPort().number());
    Listener http = listener("otlp.http-port", otlp.host(), otlp.httpPort().number());
    open.add(web.open(loops.join(), people, api.handler()));
    OtlpHandler handler = new OtlpHandler(receiver);
    open.add(grpc.open(loops.join(), senders, handler));
    open.add(http.open(loops.join(), senders, handler));
    loops
        .join()
        .vertx()
        .setPeriodic(
            SWEEP_MILLIS,
            _ -> {
              receiving.sweep();
              senders.sweep();
              people.sweep();
            });
    if (config.self().enabled()) {
      loops
          .join()
          .vertx()
          .setPeriodic(
              config.self().interval().toMillis(), _ -> workers.execute(observer::observe));
    }
    return new Running(
        open.get(0), open.get(1), open.get(2), url(), auth, store, () -> stop(store));
  }

  private AppHost host(TelemetryStore store) {
    // The first token is as good as any: all of them open the same door.
    String token =
        config.otlp().tokens().isEmpty() ? "" : config.otlp().tokens().getFirst().reveal();
    Plans plans = new Plans(config);
    return new AppHost(
        new AppHost.Settings(
            config.data().dir().resolve("runtime"),
            config.runtime().onStop(),
            Plans.lib(),
            plans.gateway(open.get(2).address("http"), token),
            plans.grid(),
            open.get(2).address("http"),
            token,
            store,
            lang(System.getenv()),
            workers,
            say));
  }

  /** Of the sentences that are stored: that of whoever started the platform. */
  private static Lang lang(Map<String, String> environment) {
    String set = environment.getOrDefault("COP_LANG", "");
    return set.isEmpty() ? Lang.fromEnvironment(environment) : Lang.of(set);
  }

  private String url() {
    return config.web().publicUrl().orElse(open.getFirst().address("http"));
  }

  private Listener listener(String key, String host, int port) {
    return new Listener(key, host, port, config.tls(), config.otlp().idleTimeout());
  }

  private List<Map<String, Object>> listening() {
    List<String> names = List.of("web", "otlp-grpc", "otlp-http");
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      all.add(
          Map.of(
              "name", names.get(i),
              "address", open.get(i).address("http"),
              "tls", open.get(i).tls()));
    }
    return all;
  }

  private void stop(TelemetryStore store) {
    ready.set(false);
    // The apps first: what they send while they end still finds an open door.
    hosting.close();
    List<io.vertx.core.Future<Void>> closing = open.stream().map(o -> o.close(GRACE)).toList();
    io.vertx.core.Future.join(closing).toCompletionStage().toCompletableFuture().join();
    workers.shutdown();
    queries.close();
    try {
      workers.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
    if (store != null) {
      store.close();
    }
    loops.join().stop();
  }
}
