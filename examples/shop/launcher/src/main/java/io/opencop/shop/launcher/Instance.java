package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One running copy of a service. */
record Instance(Release release, Child child, int port) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long PAUSE_MILLIS = 200;

  /** Waits until it answers; throws when it ends or does not answer in two minutes. */
  void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!child.isAlive()) {
        throw new IOException("ended with exit code " + child.process().exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("not ready after " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz"))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
