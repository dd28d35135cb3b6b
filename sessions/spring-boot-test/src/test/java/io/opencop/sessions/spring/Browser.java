package io.opencop.sessions.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One cookie, kept and sent to whichever instance is asked; follows no redirect. */
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String NAME = "JSESSIONID=";

  private String cookie;

  String cookie() {
    return cookie;
  }

  HttpResponse<String> get(BootApp app, String path) throws IOException, InterruptedException {
    return send(request(app, path).header("Accept", "text/html"));
  }

  HttpResponse<String> post(BootApp app, String path, String form)
      throws IOException, InterruptedException {
    return send(
        request(app, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpRequest.Builder request(BootApp app, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
        .timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (cookie != null) {
      request.header("Cookie", NAME + cookie);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String header : response.headers().allValues("Set-Cookie")) {
      if (header.startsWith(NAME)) {
        cookie = header.substring(NAME.length()).split(";", 2)[0];
      }
    }
    return response;
  }
}
