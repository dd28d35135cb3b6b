package io.opencop.bench.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.model.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The platform's HTTP API, as everybody may use it. */
public final class Api implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String url;
  private final String token;

  Api(String url, String token) {
    this.url = url;
    this.token = token;
  }

  public JsonNode get(String path, Map<String, String> query) {
    String text =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    return send(request(path + text).GET().build());
  }

  public JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  public void delete(String path) {
    send(request(path).DELETE().build());
  }

  public JsonNode health() {
    return get("/api/v1/health", Map.of());
  }

  /** Seals, and waits until the store says itself that no row is hot. */
  public void sealAll() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      send(request("/api/v1/seal").POST(HttpRequest.BodyPublishers.noBody()).build());
      JsonNode health = health();
      long hot = 0;
      for (JsonNode signal : health.path("store").path("signals")) {
        hot += signal.path("hot_rows").asLong();
      }
      if (hot == 0 && health.path("pipeline").path("queued_frames").asLong() == 0) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new BenchException(hot + " rows are still not sealed: " + health);
      }
    }
  }

  /** What the store says of one signal: hot_rows, sealed_rows, segments, bytes ... */
  public JsonNode stored(Signal signal) {
    for (JsonNode one : health().path("store").path("signals")) {
      if (one.path("signal").asText().equalsIgnoreCase(signal.name())) {
        return one;
      }
    }
    throw new BenchException("the health page does not tell of " + signal);
  }

  /** Rows of a query over the documented views, each an array in the order of its columns. */
  public JsonNode sql(String query, int maxRows) {
    String body = JSON.createObjectNode().put("query", query).put("max_rows", maxRows).toString();
    JsonNode answer =
        send(
            request("/api/v1/sql")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.path("truncated").asBoolean()) {
      throw new BenchException("more than " + maxRows + " rows: " + query);
    }
    return answer.path("rows");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(LIMIT)
        .header("authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new BenchException(
            request.uri()
                + " answered "
                + answer.statusCode()
                + ": "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new BenchException(request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
