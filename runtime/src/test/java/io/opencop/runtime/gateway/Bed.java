package io.opencop.runtime.gateway;

import io.opencop.model.app.Route;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.Upstream;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A gateway with its folder, on free ports, and clients for it. */
final class Bed implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final Path folder;
  final RoutesFile file;
  final List<Notice> said = new CopyOnWriteArrayList<>();
  final Gateway gateway;
  final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** Applications and clients of the tests' own, apart from the gateway's event loops. */
  final Vertx vertx = Vertx.vertx();

  private long revision;

  Bed(Path folder) {
    this(folder, GatewaySettings.Patience.DEFAULT);
  }

  Bed(Path folder, GatewaySettings.Patience patience) {
    this.folder = folder;
    this.file = new RoutesFile(folder.resolve("routes.json"));
    this.gateway =
        Gateway.start(
            new GatewaySettings("127.0.0.1", 0, Optional.empty(), folder, patience, false),
            said::add);
  }

  /** One app for all requests; in force when this returns. */
  void route(Upstream... endpoints) {
    route(app(List.of(endpoints)));
  }

  void route(AppRoutes... apps) {
    revision++;
    try {
      file.write(new Routes(revision, Arrays.asList(apps)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> gateway.routes().revision() == revision);
  }

  static AppRoutes app(List<Upstream> endpoints) {
    return new AppRoutes("shop", everything(), endpoints);
  }

  static AppRoutes app(Limits limits, boolean wake, Upstream... endpoints) {
    return new AppRoutes("shop", everything(), List.of(endpoints), Map.of(), wake, limits);
  }

  static List<Route> everything() {
    return List.of(new Route(null, "/"));
  }

  static Upstream ready(String id, int port) {
    return new Upstream(id, "127.0.0.1", port, 1, Upstream.State.READY);
  }

  static Upstream draining(String id, int port) {
    return new Upstream(id, "127.0.0.1", port, 1, Upstream.State.DRAINING);
  }

  int port() {
    return gateway.port();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + path)).timeout(PATIENCE);
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the platform would be told. */
  JsonObject admin(String path) {
    AdminNote note = AdminNote.read(folder.resolve("gateway.json")).orElseThrow();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + note.adminPort() + path))
            .header("authorization", "Bearer " + note.token());
    return new JsonObject(send(request).body());
  }

  int waiting() {
    return admin("/waiting").getJsonArray("apps").getJsonObject(0).getInteger("waiting");
  }

  int inFlight(String id) {
    return endpoint(admin("/inflight").getJsonArray("endpoints"), id).getInteger("in_flight");
  }

  JsonObject stats() {
    return admin("/stats").getJsonArray("apps").getJsonObject(0);
  }

  JsonObject stats(String id) {
    return endpoint(stats().getJsonArray("endpoints"), id);
  }

  private static JsonObject endpoint(JsonArray endpoints, String id) {
    for (Object one : endpoints) {
      if (one instanceof JsonObject endpoint && endpoint.getString("id").equals(id)) {
        return endpoint;
      }
    }
    return new JsonObject().put("in_flight", 0);
  }

  @Override
  public void close() {
    client.shutdownNow();
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
