package io.opencop.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.server.auth.Auth;
import io.opencop.server.auth.Role;
import io.opencop.server.support.Platform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens made and taken away while the platform runs, and links that sign a browser in. */
class TokensTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aTokenIsShownOnceKeptHashedAndHasItsRoleAlsoAfterARestart() throws Exception {
    String secret;
    try (Platform platform = new Platform(folder)) {
      HttpResponse<String> made = create(platform, "ci", "operator", "30d");
      assertThat(made.statusCode()).isEqualTo(201);
      secret = JSON.readTree(made.body()).get("token").asText();
      assertThat(secret).hasSizeGreaterThan(30);
      assertThat(list(platform)).contains("\"ci\"").doesNotContain(secret);
      assertThat(status(platform, secret, "/api/v1/session")).isEqualTo(200);
      assertThat(status(platform, secret, "/api/v1/tokens")).isEqualTo(403);
    }
    Path sealed = folder.resolve("auth.sealed");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed)))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret, "operator");
    try (Platform platform = new Platform(folder)) {
      assertThat(status(platform, secret, "/api/v1/session")).isEqualTo(200);
    }
  }

  @Test
  void takingATokenAwayEndsWhatWasSignedInByIt() throws Exception {
    try (Platform platform = new Platform(folder)) {
      String secret = secret(create(platform, "kim", "viewer", "never"));
      String cookie = cookie(platform, "{\"token\":\"" + secret + "\"}");
      assertThat(byCookie(platform, cookie)).isEqualTo(200);
      String code = code(platform, secret);
      assertThat(revoke(platform, "kim")).isEqualTo(204);
      assertThat(status(platform, secret, "/api/v1/session")).isEqualTo(401);
      assertThat(byCookie(platform, cookie)).isEqualTo(401);
      assertThat(signIn(platform, "{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(401);
      // A new token of the same name is another one: the old browser stays out.
      secret(create(platform, "kim", "admin", "1d"));
      assertThat(byCookie(platform, cookie)).isEqualTo(401);
    }
  }

  @Test
  void aLinkSignsInAsWhoeverAskedForItAndOnce() throws Exception {
    try (Platform platform = new Platform(folder)) {
      String code = code(platform, Platform.VIEWER);
      String body = "{\"code\":\"" + code + "\"}";
      HttpResponse<String> in = signIn(platform, body);
      assertThat(in.statusCode()).isEqualTo(200);
      assertThat(in.body()).contains("\"vera\"", "\"viewer\"");
      assertThat(signIn(platform, body).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void namesAreGivenOnceAndWhatIsNotOursStays() throws Exception {
    try (Platform platform = new Platform(folder)) {
      assertThat(create(platform, "ci", "viewer", "1d").statusCode()).isEqualTo(201);
      for (String taken : List.of("ci", "admin", "vera")) {
        HttpResponse<String> again = create(platform, taken, "viewer", "1d");
        assertThat(again.statusCode()).as(taken).isEqualTo(409);
        assertThat(again.body()).contains("COP-1309");
      }
      assertThat(revoke(platform, "admin")).isEqualTo(409);
      assertThat(revoke(platform, "vera")).isEqualTo(409);
      assertThat(revoke(platform, "nobody")).isEqualTo(404);
      for (String wrong : List.of("", "A b", "../x", "x".repeat(64))) {
        assertThat(create(platform, wrong, "viewer", "1d").statusCode()).isEqualTo(400);
      }
      assertThat(create(platform, "x", "root", "1d").statusCode()).isEqualTo(400);
      assertThat(create(platform, "x", "viewer", "soon").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aTokenEndsWhenItsTimeIsUp() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    Auth auth = Auth.open(folder, List.of(), Duration.ofHours(12), now::get);
    Auth.Created made = auth.createToken("short", Role.VIEWER, Duration.ofHours(1));
    String cookie = auth.issueCookie(auth.byToken(made.secret()));
    String code = auth.issueCode(auth.byToken(made.secret())).code();
    now.set(now.get().plus(Duration.ofMinutes(59)));
    assertThat(auth.byToken(made.secret()).role()).isEqualTo(Role.VIEWER);
    assertThat(auth.byCode(code)).isNull(); // after ten minutes
    now.set(now.get().plus(Duration.ofMinutes(2)));
    assertThat(auth.byToken(made.secret())).isNull();
    assertThat(auth.byCookie(cookie)).isNull();
    assertThat(auth.tokens()).anyMatch(token -> token.isOver(now.get()));
  }

  @Test
  void aFolderOfTheFormatBeforeIsReadAndANewerOneIsRefused() throws Exception {
    Auth first = Auth.open(folder, List.of(), Duration.ofHours(1), Instant::now);
    String admin = Files.readString(folder.resolve("admin.token")).trim();
    assertThat(first.byToken(admin)).isNotNull();
    AuthFormats.rewrite(
        folder,
        state -> {
          state.put("format", 1);
          state.remove("tokens");
        });
    Auth second = Auth.open(folder, List.of(), Duration.ofHours(1), Instant::now);
    assertThat(second.byToken(admin)).isNotNull();
    assertThat(second.createToken("new", Role.VIEWER, null).secret()).isNotEmpty();
    AuthFormats.rewrite(folder, state -> state.put("format", 99).put("unheard", "of"));
    assertThat(AuthFormats.refusal(folder)).isEqualTo("COP-1105");
  }

  @Test
  void aWrongTokenIsToldApartFromNone() {
    try (Platform platform = new Platform(folder)) {
      HttpResponse<String> none =
          platform.send(HttpRequest.newBuilder(platform.web("/api/v1/services")));
      HttpResponse<String> wrong =
          platform.send(
              HttpRequest.newBuilder(platform.web("/api/v1/services"))
                  .header("authorization", "Bearer wrong"));
      assertThat(none.body()).contains("COP-1301", "cop link").doesNotContain(folder.toString());
      assertThat(wrong.body()).contains("COP-1308", "not accepted");
      assertThat(wrong.headers().firstValue("www-authenticate").orElseThrow())
          .contains("invalid_token");
      HttpResponse<String> guess = signIn(platform, "{\"token\":\"guess\"}");
      assertThat(guess.body()).contains("cop link").doesNotContain("admin.token", "/");
    }
  }

  private static HttpResponse<String> create(
      Platform platform, String name, String role, String life) {
    String body =
        "{\"name\":\"%s\",\"role\":\"%s\",\"expires_in\":\"%s\"}".formatted(name, role, life);
    return platform.send(
        platform
            .asAdmin("/api/v1/tokens")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String secret(HttpResponse<String> made) throws IOException {
    JsonNode body = JSON.readTree(made.body());
    return body.get("token").asText();
  }

  private static String list(Platform platform) {
    return platform.send(platform.asAdmin("/api/v1/tokens")).body();
  }

  private static int revoke(Platform platform, String name) {
    return platform.send(platform.asAdmin("/api/v1/tokens/" + name).DELETE()).statusCode();
  }

  private static String code(Platform platform, String token) throws IOException {
    HttpResponse<String> link =
        platform.send(
            HttpRequest.newBuilder(platform.web("/api/v1/links"))
                .header("authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    assertThat(link.statusCode()).isEqualTo(201);
    String url = JSON.readTree(link.body()).get("url").asText();
    assertThat(url).startsWith(platform.running.url() + "/?code=");
    return url.substring(url.indexOf('=') + 1);
  }

  private static int status(Platform platform, String token, String path) {
    return platform
        .send(HttpRequest.newBuilder(platform.web(path)).header("authorization", "Bearer " + token))
        .statusCode();
  }

  private static String cookie(Platform platform, String body) {
    String set = signIn(platform, body).headers().firstValue("set-cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private static int byCookie(Platform platform, String cookie) {
    return platform
        .send(HttpRequest.newBuilder(platform.web("/api/v1/session")).header("cookie", cookie))
        .statusCode();
  }

  private static HttpResponse<String> signIn(Platform platform, String body) {
    return platform.send(
        HttpRequest.newBuilder(platform.web("/api/v1/session"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
