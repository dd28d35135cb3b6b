package io.opencop.server.support;

import io.opencop.model.message.Notice;
import io.opencop.server.OpenCop;
import io.opencop.server.Running;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whole platform on free ports of loopback, over a store a test can look into. */
public final class Platform implements AutoCloseable {
  public static final String VIEWER = "viewer-token-0123456789";
  public static final String OPERATOR = "operator-token-0123456789";

  public final RecordingStore store = new RecordingStore();
  public final List<Notice> said = new CopyOnWriteArrayList<>();
  public final Path data;
  public final Running running;
  private final HttpClient client = HttpClient.newHttpClient();

  public Platform(Path data, String... flags) {
    this.data = data;
    List<String> all = new ArrayList<>();
    all.add("data.dir=" + data);
    all.add("web.port=0");
    all.add("otlp.grpc-port=0");
    all.add("otlp.http-port=0");
    all.add("self.enabled=false");
    all.add("gateway.enabled=false");
    all.add("auth.tokens=viewer:vera:" + VIEWER + ",operator:otto:" + OPERATOR);
    all.addAll(List.of(flags));
    this.running =
        OpenCop.start(
            ConfigLoader.load(ConfigSources.of(all.toArray(String[]::new))),
            () -> store,
            said::add);
  }

  public String adminToken() {
    try {
      return Files.readString(data.resolve("admin.token")).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI web(String path) {
    return URI.create(running.url() + path);
  }

  public URI otlp(String path) {
    return URI.create("http://127.0.0.1:" + running.httpPort() + path);
  }

  public HttpRequest.Builder asViewer(String path) {
    return HttpRequest.newBuilder(web(path)).header("authorization", "Bearer " + VIEWER);
  }

  public HttpRequest.Builder asAdmin(String path) {
    return HttpRequest.newBuilder(web(path)).header("authorization", "Bearer " + adminToken());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(asViewer(path));
  }

  @Override
  public void close() {
    client.close();
    running.close();
  }
}
