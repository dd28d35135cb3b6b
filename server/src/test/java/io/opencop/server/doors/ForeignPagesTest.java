package io.opencop.server.doors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Platform;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page of another site could try with a browser that is signed in here. */
class ForeignPagesTest {
  private static final String CHANGE =
      "{\"time\":\"2026-01-31T09:00:00Z\",\"kind\":\"note\",\"summary\":\"x\"}";

  private static Platform platform;
  private static String cookie;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder, "web.allowed-hosts=cop.example");
    String set =
        platform
            .send(
                HttpRequest.newBuilder(platform.web("/api/v1/session"))
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"token\":\"" + Platform.OPERATOR + "\"}")))
            .headers()
            .firstValue("set-cookie")
            .orElseThrow();
    cookie = set.substring(0, set.indexOf(';'));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void aNameThatIsNotOursGetsNothing() throws Exception {
    for (String path : List.of("/", "/api/v1/live", "/api/v1/services", "/index.html")) {
      assertThat(status(path, "Host: evil.example")).as(path).isEqualTo(421);
      assertThat(status(path, "Host: 127.0.0.1.evil.example:4900")).as(path).isEqualTo(421);
    }
    assertThat(status("/api/v1/live", "Host: cop.example")).isEqualTo(200);
    assertThat(status("/api/v1/live", "Host: localhost:" + platform.running.webPort()))
        .isEqualTo(200);
    assertThat(status("/api/v1/live", "Host: [::1]:" + platform.running.webPort())).isEqualTo(200);
  }

  @Test
  void aForeignOriginMayNotChangeAnything() {
    String own = platform.running.url();
    assertThat(post("origin", "https://evil.example")).isEqualTo(403);
    assertThat(post("origin", "null")).isEqualTo(403);
    assertThat(post("origin", own + ".evil.example")).isEqualTo(403);
    assertThat(post("sec-fetch-site", "cross-site")).isEqualTo(403);
    // A cookie without any word of where the request comes from is no browser of ours.
    assertThat(post("x-nothing", "x")).isEqualTo(403);
    assertThat(platform.store.changes).isEmpty();
    assertThat(post("origin", own)).isEqualTo(201);
    assertThat(post("sec-fetch-site", "same-origin")).isEqualTo(201);
  }

  @Test
  void aForeignPageMayNotSignInNorOpenAStream() {
    HttpRequest.Builder signIn =
        HttpRequest.newBuilder(platform.web("/api/v1/session"))
            .header("content-type", "application/json")
            .header("origin", "https://evil.example")
            .POST(BodyPublishers.ofString("{\"token\":\"" + Platform.OPERATOR + "\"}"));
    assertThat(platform.send(signIn).statusCode()).isEqualTo(403);
    HttpRequest.Builder tail =
        HttpRequest.newBuilder(platform.web("/api/v1/logs/tail"))
            .header("cookie", cookie)
            .header("origin", "https://evil.example");
    assertThat(platform.send(tail).statusCode()).isEqualTo(403);
  }

  @Test
  void aFormCannotBePosted() {
    HttpRequest.Builder form =
        HttpRequest.newBuilder(platform.web("/api/v1/changes"))
            .header("cookie", cookie)
            .header("origin", platform.running.url())
            .header("content-type", "text/plain")
            .POST(BodyPublishers.ofString(CHANGE));
    assertThat(platform.send(form).statusCode()).isEqualTo(415);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndNoCors() {
    for (String path : List.of("/", "/api/v1/live", "/api/v1/services", "/api/v1/nothing")) {
      var headers =
          platform
              .send(
                  HttpRequest.newBuilder(platform.web(path))
                      .header("origin", "https://evil.example"))
              .headers();
      assertThat(headers.firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
      assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
      assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  private static int post(String name, String value) {
    return platform
        .send(
            HttpRequest.newBuilder(platform.web("/api/v1/changes"))
                .header("cookie", cookie)
                .header("content-type", "application/json")
                .header(name, value)
                .POST(BodyPublishers.ofString(CHANGE)))
        .statusCode();
  }

  /** By hand: the JDK's client does not let one choose Host. */
  private static int status(String path, String host) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.running.webPort())) {
      String request = "GET " + path + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
