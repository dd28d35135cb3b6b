package io.opencop.shop.launcher.changes;

import io.opencop.shop.launcher.Daemon;
import io.opencop.shop.launcher.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Posts Changes, in order, off the caller's thread; tries each three times and says how it went.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Optional<URI> api;
  private final String token;
  private final Progress progress;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService queue = Executors.newSingleThreadExecutor(Daemon.named("changes"));

  /** {@code api} is the base, e.g. {@code http://127.0.0.1:8080}; without it nothing is posted. */
  public ChangeFeed(Optional<URI> api, String token, Progress progress) {
    this.api = api;
    this.token = token;
    this.progress = progress;
  }

  public void post(Change change) {
    if (api.isPresent() && !queue.isShutdown()) {
      queue.execute(() -> tryToPost(change));
    }
  }

  private void tryToPost(Change change) {
    String problem = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        HttpResponse<String> answer =
            http.send(request(change), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          progress.event(
              "event",
              "change",
              "service",
              change.service(),
              "kind",
              change.kind(),
              "id",
              change.id());
          return;
        }
        problem = "HTTP " + answer.statusCode() + " " + answer.body();
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          break;
        }
        Thread.sleep(1000L * attempt);
      } catch (IOException e) {
        problem = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    progress.failed(
        "changes", change.kind() + " of " + change.service() + " not posted: " + problem);
  }

  private HttpRequest request(Change change) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(api.get().toString().replaceFirst("/$", "") + "/api/v1/changes"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(change.json()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  @Override
  public void close() {
    queue.shutdownNow();
  }
}
