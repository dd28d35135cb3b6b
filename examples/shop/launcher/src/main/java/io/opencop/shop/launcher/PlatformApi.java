package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of OpenCOP's API that running the shop on it takes. */
final class PlatformApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String base;
  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  PlatformApi(URI base, String token) {
    this.base = base.toString().replaceFirst("/$", "") + "/api/v1/";
    this.token = token;
  }

  /** Makes the app of this manifest wanted; paths in it are relative to the folder. */
  void apply(String manifest, String name, String folder) throws IOException, InterruptedException {
    String body = Json.write(Json.object("manifest", manifest, "source", name, "folder", folder));
    ask("POST", "apps", body);
  }

  void secret(String name, String key, String value) throws IOException, InterruptedException {
    ask("PUT", "secrets/" + name + "/" + key, Json.write(Json.object("value", value)));
  }

  /** Whether there was one. */
  boolean delete(String what) throws IOException, InterruptedException {
    return send("DELETE", what, "").statusCode() != 404;
  }

  /** The app as it is now; empty where there is none. */
  Optional<AppNow> app(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", "apps/" + name, "");
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(AppNow.of(checked(answer)));
  }

  /** Where the gateway takes requests; empty while it is not there. */
  Optional<URI> gateway() throws IOException, InterruptedException {
    Matcher found =
        Pattern.compile("\"gateway\"\\s*:\\s*\\{[^}]*\"url\"\\s*:\\s*\"([^\"]+)\"")
            .matcher(ask("GET", "health", ""));
    return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
  }

  /**
   * One app at one moment.
   *
   * @param failed number of the message that says why the last release was taken back; or empty
   */
  record AppNow(String phase, int release, int target, String failed) {
    static AppNow of(String json) {
      return new AppNow(
          text(json, "phase"),
          Integer.parseInt(text(json, "release")),
          Integer.parseInt(text(json, "target")),
          text(json, "failed"));
    }

    /** The first of that name: the app's own stand before its releases and instances. */
    private static String text(String json, String name) {
      Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
      return found.find() ? found.group(1) : "";
    }
  }

  private String ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return checked(send(method, path, body));
  }

  private static String checked(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.uri() + ": HTTP " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
