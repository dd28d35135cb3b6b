package io.opencop.bench.failover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A platform of its own with the application on it, to which the events happen. */
final class Platform implements AutoCloseable {
  static final String APP = "failover";
  static final String HOST = APP + ".localhost";

  /** Of the liveness probe below: this long a hung instance may go unnoticed. */
  static final Duration LIVENESS_BUDGET = Duration.ofSeconds(8);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String PATH = "/api/v1/apps/" + APP;

  private final Path data;
  private final List<String> settings = new ArrayList<>();
  private final Processes processes;
  private final Thread undertaker;
  private Server server;

  /**
   * @param folder of the benchmark; everything that runs is found by it
   */
  Platform(Path folder, List<String> more) {
    data = folder.resolve("data");
    settings.add("gateway.listen=127.0.0.1:0");
    settings.addAll(more);
    processes = new Processes(folder);
    undertaker = new Thread(processes::end);
    Runtime.getRuntime().addShutdownHook(undertaker);
    server = Server.start(data, List.of(), settings);
  }

  Processes processes() {
    return processes;
  }

  Grid grid() {
    return new Grid(data.resolve("runtime").resolve("grid"));
  }

  void kill() {
    server.kill();
  }

  void startAgain() {
    server = server.again(List.of(), settings);
  }

  void apply(Path war) {
    server.api().post("/api/v1/apps", JSON.createObjectNode().put("manifest", manifest(war)));
  }

  private static String manifest(Path war) {
    return """
    apiVersion: opencop.io/v1alpha1
    kind: App
    metadata: { name: %s }
    spec:
      source: { war: "%s" }
      resources: { memory: 512Mi }
      health:
        readiness: { http: /health, period: 1s }
        liveness: { http: /health, period: 2s, timeout: 2s, failures: 3 }
      stop: { drain: 5s, grace: 10s }
      scale: { min: 2 }
      sessions: { timeout: 2h, unreachable: wait }\
    """
        .formatted(APP, war);
  }

  void scale(int replicas) {
    server.api().post(PATH + "/scale", JSON.createObjectNode().put("replicas", replicas));
  }

  void delete() {
    server.api().delete(PATH);
    Path instances = data.resolve("runtime").resolve("instances");
    await(
        "the app is gone",
        () ->
            server.api().get("/api/v1/apps", Map.of()).path("apps").isEmpty()
                && processes.workingIn(instances).isEmpty(),
        this::told);
  }

  JsonNode app() {
    return server.api().get(PATH, Map.of());
  }

  /** Those that have not ended. */
  List<JsonNode> instances() {
    List<JsonNode> living = new ArrayList<>();
    for (JsonNode one : app().path("instances")) {
      if (!one.path("state").asText().equals("ended")) {
        living.add(one);
      }
    }
    return living;
  }

  /** What the platform says of an instance; missing where it knows it no more. */
  JsonNode instance(String name) {
    for (JsonNode one : app().path("instances")) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    return JSON.missingNode();
  }

  long pid(String instance) {
    Path record =
        data.resolve("runtime").resolve("instances").resolve(instance).resolve("instance.json");
    try {
      return JSON.readTree(record.toFile()).path("pid").asLong();
    } catch (IOException e) {
      throw new BenchException(record + ": " + e.getMessage(), e);
    }
  }

  int gatewayPort() {
    Supplier<String> url = () -> server.api().health().path("gateway").path("url").asText("");
    await("the gateway listens", () -> url.get().startsWith("http"), this::told);
    return URI.create(url.get()).getPort();
  }

  /** Waits until so many instances of the wanted release are ready and the grid is whole. */
  void awaitStrength(int replicas) {
    await(
        replicas + " instances are ready and the grid is whole",
        () -> isStrong(replicas),
        this::told);
  }

  private boolean isStrong(int replicas) {
    JsonNode app = app();
    List<JsonNode> living = instances();
    return living.size() == replicas
        && app.path("phase").asText().equals("ready")
        && app.path("release").equals(app.path("target"))
        && living.stream()
            .allMatch(i ->
                i.path("state").asText().equals("ready")
                    && i.path("release").equals(app.path("target")))
        && grid().isWhole();
  }

  private String told() {
    return "apps: "
        + server.api().get("/api/v1/apps", Map.of())
        + "\ngrid: "
        + grid().told()
        + "\nplatform: "
        + server.api().health().path("problems");
  }

  /** Looks every 20 ms. */
  static void await(String what, BooleanSupplier there, Supplier<String> told) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!there.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new BenchException("not within " + PATIENCE + ": " + what + "\n" + told.get());
      }
      nap(20);
    }
  }

  static void nap(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
    processes.end();
    await("all processes have ended", () -> processes.all().isEmpty(), () -> "");
    Runtime.getRuntime().removeShutdownHook(undertaker);
  }
}
