package io.opencop.sessions.redis;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One cookie, kept and sent to whichever instance is asked. */
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int OK = 200;
  private static final int FAULT = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;

  private String cookie;
  private int refused;

  /** How many requests were refused since this was last asked. */
  int refused() {
    int now = refused;
    refused = 0;
    return now;
  }

  /** Asks until it is answered; a refusal is no answer, and anything but 200 is wrong. */
  String get(Instance instance, String path) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = ask(instance, path);
    while (answer.statusCode() >= FAULT && System.nanoTime() - end < 0) {
      refused++;
      Thread.sleep(PAUSE_MILLIS);
      answer = ask(instance, path);
    }
    if (answer.statusCode() != OK) {
      throw new AssertionError(answer.statusCode() + " " + answer.body() + "\n" + instance.log());
    }
    return answer.body();
  }

  private HttpResponse<String> ask(Instance instance, String path)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
            .timeout(PATIENCE);
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().firstValue("Set-Cookie").ifPresent(c -> cookie = c.split(";", 2)[0]);
    return answer;
  }
}
