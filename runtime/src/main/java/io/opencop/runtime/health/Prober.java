package io.opencop.runtime.health;

import io.opencop.model.app.Endpoint;
import io.opencop.model.app.Probe.Check;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks one instance how it is. One per instance and probe, because it remembers which health
 * address its framework has and which line it has seen. Every question waits, so ask from a thread
 * that may.
 */
public final class Prober {
  /** Spring Boot, Quarkus and MicroProfile, and what people name it themselves. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "/actuator/health/readiness",
          "/actuator/health",
          "/q/health/ready",
          "/health/ready",
          "/healthz",
          "/health");

  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int UNAVAILABLE = 503;

  private final HttpClient client;
  private final Check check;
  private final Endpoint endpoint;
  private final LineWatch lines;
  private final Cookies cookies = new Cookies();
  private String found;
  private boolean silent;

  /**
   * @param client follows no redirects
   * @param output the file the instance prints to
   */
  public Prober(HttpClient client, Check check, Endpoint endpoint, Path output) {
    this.client = client;
    this.check = check;
    this.endpoint = endpoint;
    this.lines =
        check instanceof Check.LogLine line
            ? new LineWatch(output, Pattern.compile(line.pattern()))
            : null;
  }

  /** Whether it says yes within the time. */
  public boolean ask(Duration timeout) throws InterruptedException {
    return switch (check) {
      case Check.Http http -> wellDone(status(http.path(), timeout));
      case Check.Tcp _ -> connects(timeout);
      case Check.LogLine _ -> lines.seen();
      case Check.Guess _ -> guess(timeout);
    };
  }

  /**
   * The first well-known address the application knows is asked from then on. Where it knows none,
   * an open port is all that can be asked for.
   */
  private boolean guess(Duration timeout) throws InterruptedException {
    if (found != null) {
      return wellDone(status(found, timeout));
    }
    if (!connects(timeout)) {
      return false;
    }
    if (silent) {
      return true;
    }
    for (String path : WELL_KNOWN) {
      int status = status(path, timeout);
      if (status == 0) {
        return false;
      }
      if (wellDone(status) || status == UNAVAILABLE) {
        found = path;
        return wellDone(status);
      }
    }
    silent = true;
    return true;
  }

  private static boolean wellDone(int status) {
    return status >= OK && status < BAD;
  }

  /** 0 where there is no answer. */
  private int status(String path, Duration timeout) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + endpoint + path))
            .timeout(timeout)
            .header("user-agent", "opencop-probe");
    String known = cookies.header();
    if (!known.isEmpty()) {
      request.header("cookie", known);
    }
    try {
      HttpResponse<Void> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      cookies.take(answer.headers());
      return answer.statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean connects(Duration timeout) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(endpoint.host(), endpoint.port()),
          Math.toIntExact(Math.min(60_000, timeout.toMillis())));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
