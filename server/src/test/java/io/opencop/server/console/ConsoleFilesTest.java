package io.opencop.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's files, from the class path. */
class ConsoleFilesTest {
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void placesInTheConsoleAreItsIndexAndAreNotCached() {
    for (String path : List.of("/", "/traces", "/services/cart.v2/../x", "/?code=abc")) {
      HttpResponse<String> answer = get(path);
      if (path.contains("..")) {
        continue; // the client resolves it before it asks
      }
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).contains("test console");
      assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    }
  }

  @Test
  void aPlaceWithADotInItIsThePageWhereABrowserOpensIt() {
    for (String path : List.of("/apps/my.service", "/apps/a.b.c", "/apps/cart.js", "/traces/x.y")) {
      HttpResponse<String> page = get(path, "text/html,application/xhtml+xml,*/*;q=0.8");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).contains("test console");
      assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
      assertThat(page.headers().firstValue("vary").orElseThrow()).contains("accept");
      assertThat(get(path, "*/*").statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get("/assets/none.js", "text/html").statusCode()).isEqualTo(404);
  }

  @Test
  void hashedFilesAreCachedForEverAndSentCompressed() {
    HttpResponse<String> plain = get("/assets/index-AbCd1234.js");
    assertThat(plain.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    assertThat(plain.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/javascript");
    HttpResponse<String> gzip =
        platform.send(
            HttpRequest.newBuilder(platform.web("/assets/index-AbCd1234.js"))
                .header("accept-encoding", "gzip"));
    assertThat(gzip.headers().firstValue("content-encoding")).contains("gzip");
    HttpResponse<String> same =
        platform.send(
            HttpRequest.newBuilder(platform.web("/assets/index-AbCd1234.js"))
                .header("if-none-match", plain.headers().firstValue("etag").orElseThrow()));
    assertThat(same.statusCode()).isEqualTo(304);
  }

  @Test
  void nothingButTheConsoleIsServed() {
    for (String path :
        List.of(
            "/openapi.yaml",
            "/assets/none.js",
            "/%2e%2e/openapi.yaml",
            "/..%2fopenapi.yaml",
            "/assets//index-AbCd1234.js",
            "/META-INF/MANIFEST.MF",
            "/logback-test.xml",
            "/.hidden.js")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            platform
                .send(HttpRequest.newBuilder(platform.web("/")).POST(BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(405);
  }

  private static HttpResponse<String> get(String path, String accept) {
    return platform.send(HttpRequest.newBuilder(platform.web(path)).header("accept", accept));
  }

  private static HttpResponse<String> get(String path) {
    return platform.send(HttpRequest.newBuilder(platform.web(path)));
  }
}
