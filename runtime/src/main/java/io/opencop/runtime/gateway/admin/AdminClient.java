package io.opencop.runtime.gateway.admin;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The platform's side of the admin port. Every call waits for its answer, at most two seconds. */
public final class AdminClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AdminNote note;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public AdminClient(AdminNote note) {
    this.note = note;
  }

  /**
   * Whether an endpoint may be ended: the gateway has read these routes, in which it drains or is
   * gone, and it has nothing in progress.
   *
   * @param revision of the routes in which it drains
   */
  public boolean drained(long revision, String app, String id)
      throws IOException, InterruptedException {
    JsonObject answer = ask("/inflight");
    if (answer.getLong("revision") < revision) {
      return false;
    }
    JsonArray endpoints = answer.getJsonArray("endpoints");
    for (int i = 0; i < endpoints.size(); i++) {
      JsonObject one = endpoints.getJsonObject(i);
      if (one.getString("app").equals(app) && one.getString("id").equals(id)) {
        return one.getInteger("in_flight") == 0;
      }
    }
    return true;
  }

  /** Requests held for each app that has any. */
  public Map<String, Integer> waiting() throws IOException, InterruptedException {
    Map<String, Integer> waiting = new TreeMap<>();
    JsonArray apps = ask("/waiting").getJsonArray("apps");
    for (int i = 0; i < apps.size(); i++) {
      JsonObject one = apps.getJsonObject(i);
      if (one.getInteger("waiting") > 0) {
        waiting.put(one.getString("app"), one.getInteger("waiting"));
      }
    }
    return waiting;
  }

  /** Everything it counts, by app and endpoint. */
  public JsonObject stats() throws IOException, InterruptedException {
    return ask("/stats");
  }

  private JsonObject ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + note.adminPort() + path))
            .timeout(PATIENCE)
            .header("authorization", "Bearer " + note.token())
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(note + path + ": HTTP " + answer.statusCode());
    }
    try {
      return new JsonObject(answer.body());
    } catch (DecodeException e) {
      throw new IOException(note + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
