package io.opencop.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import io.opencop.server.support.Platform;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link printed at start, the cookie it becomes, and what is left on disk. */
class SignOnTest {
  @TempDir Path folder;

  @Test
  void theLinkWorksOnceAndBecomesACookie() {
    try (Platform platform = new Platform(folder)) {
      String link =
          platform.said.stream()
              .map(n -> n.text(Lang.EN))
              .filter(text -> text.contains("?code="))
              .findFirst()
              .orElseThrow();
      String body =
          "{\"code\":\""
              + URI.create(link.substring(link.indexOf("http"))).getQuery().substring(5)
              + "\"}";
      HttpResponse<String> first = signIn(platform, body);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.body()).contains("\"role\":\"admin\"");
      String cookie = first.headers().firstValue("set-cookie").orElseThrow();
      assertThat(cookie)
          .startsWith("cop_session=")
          .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
          .doesNotContain("Secure");
      assertThat(signIn(platform, body).statusCode()).isEqualTo(401);

      String session = cookie.substring(0, cookie.indexOf(';'));
      assertThat(as(platform, session, "/api/v1/config").statusCode()).isEqualTo(200);
      assertThat(as(platform, session.replace("admin", "x") + "x", "/api/v1/config").statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void signingOutEndsTheSessionAlsoOverARestart() {
    String session;
    String other;
    try (Platform platform = new Platform(folder)) {
      session = session(platform, Platform.OPERATOR);
      other = session(platform, Platform.VIEWER);
      HttpResponse<String> out =
          platform.send(
              HttpRequest.newBuilder(platform.web("/api/v1/session"))
                  .header("cookie", session)
                  .header("origin", platform.running.url())
                  .DELETE());
      assertThat(out.statusCode()).isEqualTo(204);
      assertThat(out.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
      assertThat(as(platform, session, "/api/v1/session").statusCode()).isEqualTo(401);
    }
    try (Platform platform = new Platform(folder)) {
      assertThat(as(platform, session, "/api/v1/session").statusCode()).isEqualTo(401);
      assertThat(as(platform, other, "/api/v1/session").body()).contains("\"vera\"");
    }
    // A token that is taken out of the configuration takes its sessions along.
    try (Platform platform = new Platform(folder, "auth.tokens=viewer:new:new-token-0123456789")) {
      assertThat(as(platform, other, "/api/v1/session").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void secretsAtRestAreTheOwnersAloneAndSealed() throws Exception {
    String token;
    try (Platform platform = new Platform(folder)) {
      token = platform.adminToken();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(p -> p.getFileName().toString())
          .contains("admin.token", "auth.sealed", "secret.key");
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
    assertThat(
            new String(
                Files.readAllBytes(folder.resolve("auth.sealed")),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("signingKey", "adminHash", token);
    try (Platform platform = new Platform(folder)) {
      assertThat(platform.adminToken()).isEqualTo(token);
      assertThat(platform.send(platform.asAdmin("/api/v1/config")).statusCode()).isEqualTo(200);
      assertThat(platform.send(platform.asAdmin("/api/v1/config")).body())
          .doesNotContain(Platform.VIEWER)
          .contains("viewer:vera:******");
    }
  }

  @Test
  void guessingIsSlowedDown() {
    try (Platform platform = new Platform(folder)) {
      for (int i = 0; i < 10; i++) {
        assertThat(signIn(platform, "{\"token\":\"guess\"}").statusCode()).isEqualTo(401);
      }
      HttpResponse<String> slowed = signIn(platform, "{\"token\":\"guess\"}");
      assertThat(slowed.statusCode()).isEqualTo(429);
      assertThat(slowed.headers().firstValue("retry-after")).isPresent();
      // Tokens in a header are not sign-ins: a client that works goes on working.
      assertThat(platform.get("/api/v1/session").statusCode()).isEqualTo(200);
    }
  }

  private static String session(Platform platform, String token) {
    String cookie =
        signIn(platform, "{\"token\":\"" + token + "\"}")
            .headers()
            .firstValue("set-cookie")
            .orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static HttpResponse<String> signIn(Platform platform, String body) {
    return platform.send(
        HttpRequest.newBuilder(platform.web("/api/v1/session"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> as(Platform platform, String cookie, String path) {
    return platform.send(HttpRequest.newBuilder(platform.web(path)).header("cookie", cookie));
  }
}
