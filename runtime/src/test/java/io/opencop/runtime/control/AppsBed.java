package io.opencop.runtime.control;

import static org.awaitility.Awaitility.await;

import io.opencop.model.Change;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.message.Lang;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.runtime.local.LocalRuntime;
import io.opencop.runtime.local.LocalSettings;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Apps, the processes of this machine and a gateway, as on a platform. */
final class AppsBed implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final List<Change> changes = new CopyOnWriteArrayList<>();
  final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  final Gateway gateway;
  final Traffic traffic;
  final LocalRuntime runtime;
  final Apps apps;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  AppsBed(Path folder, StoredMetrics metrics, ReleaseFigures figures) {
    traffic = new Traffic(ControlSettings.gateway(folder));
    runtime =
        new LocalRuntime(
            new LocalSettings(
                folder.resolve("instances"),
                Tiny::program,
                e -> traffic.idle(e.toString()),
                workers));
    apps =
        new Apps(
            new ControlSettings(
                folder, changes::add, Lang.EN, traffic, metrics, figures, Duration.ofMillis(500)),
            runtime);
    gateway =
        Gateway.start(
            new GatewaySettings("127.0.0.1", 0, Optional.empty(), ControlSettings.gateway(folder)),
            _ -> {});
  }

  AppStatus tiny() {
    return apps.get("tiny").orElseThrow();
  }

  List<Instance> running() {
    return runtime.instances().stream().filter(Instance::runs).toList();
  }

  List<Instance> ready() {
    return runtime.instances().stream().filter(i -> i.state() == State.READY).toList();
  }

  void awaitReady(int count) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            ready().size() == count && running().size() == count && !tiny().state().rolling());
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.url()).resolve(path))
        .timeout(PATIENCE)
        .build();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path), HttpResponse.BodyHandlers.ofString());
  }

  List<String> told() {
    return changes.stream().map(Change::id).toList();
  }

  @Override
  public void close() {
    apps.list().forEach(a -> apps.delete(a.state().app().name(), "test"));
    await().atMost(PATIENCE).until(() -> running().isEmpty());
    apps.close();
    runtime.close();
    traffic.close();
    gateway.close();
    workers.shutdownNow();
    client.close();
  }
}
