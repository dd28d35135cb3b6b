package io.opencop.runtime.statics;

import static io.opencop.runtime.statics.SiteBed.header;
import static io.opencop.runtime.statics.SiteBed.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as browsers want them. */
class ServeTest {
  private static final String SCRIPT = "console.log('안녕');\n".repeat(200);

  @TempDir Path root;
  private SiteBed bed;

  @BeforeEach
  void start() throws IOException {
    write(root, "index.html", "<!doctype html><title>시작</title>");
    write(root, "guide/index.html", "guide");
    write(root, "assets/app-BX2k9fQz.js", SCRIPT);
    write(root, "app.js", SCRIPT);
    write(root, "한 글.txt", "한글 이름");
    write(root, "a+b.txt", "plus");
    write(root, "empty.txt", "");
    Files.write(root.resolve("photo.png"), new byte[5000]);
    bed = new SiteBed(root, false);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  @Test
  void aFolderIsItsIndexAndKeepsItsSlash() throws Exception {
    assertThat(new String(bed.get("/").body(), UTF_8)).contains("시작");
    assertThat(new String(bed.get("/guide/").body(), UTF_8)).isEqualTo("guide");
    HttpResponse<byte[]> without = bed.get("/guide?x=1");
    assertThat(without.statusCode()).isEqualTo(301);
    assertThat(header(without, "location")).isEqualTo("/guide/?x=1");
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/app.js, text/javascript; charset=utf-8",
    "/photo.png, image/png",
    "/empty.txt, text/plain; charset=utf-8"
  })
  void theTypeIsTold(String path, String type) throws Exception {
    HttpResponse<byte[]> answer = bed.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(type);
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void namesInAnyScript() throws Exception {
    assertThat(new String(bed.get("/%ED%95%9C%20%EA%B8%80.txt").body(), UTF_8)).isEqualTo("한글 이름");
    assertThat(new String(bed.get("/a+b.txt").body(), UTF_8)).isEqualTo("plus");
  }

  @Test
  void onlyWhatTheBuildHashedStaysForGood() throws Exception {
    assertThat(header(bed.get("/assets/app-BX2k9fQz.js"), "cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(bed.get("/app.js"), "cache-control")).isEqualTo("no-cache");
    assertThat(header(bed.get("/"), "cache-control")).isEqualTo("no-cache");
  }

  @Test
  void textIsPackedForThoseWhoTakeIt() throws Exception {
    HttpResponse<byte[]> packed = bed.get("/app.js", "accept-encoding", "br, gzip;q=0.8");
    assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
    assertThat(header(packed, "vary")).isEqualTo("accept-encoding");
    assertThat(packed.body().length).isLessThan(SCRIPT.length() / 5);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(SCRIPT.getBytes(UTF_8));
    HttpResponse<byte[]> refused = bed.get("/app.js", "accept-encoding", "gzip;q=0");
    assertThat(header(refused, "content-encoding")).isNull();
    assertThat(header(refused, "etag")).isNotEqualTo(header(packed, "etag"));
    assertThat(header(bed.get("/photo.png", "accept-encoding", "gzip"), "content-encoding"))
        .isNull();
  }

  @Test
  void whatTheBuildPackedIsSentAsItIs() throws Exception {
    write(root, "app.js.br", "brotli of the build");
    write(root, "app.js.gz", "gzip of the build");
    HttpResponse<byte[]> brotli = bed.get("/app.js", "accept-encoding", "gzip, br");
    assertThat(header(brotli, "content-encoding")).isEqualTo("br");
    assertThat(header(brotli, "content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(new String(brotli.body(), UTF_8)).isEqualTo("brotli of the build");
    HttpResponse<byte[]> gzip = bed.get("/app.js", "accept-encoding", "gzip");
    assertThat(new String(gzip.body(), UTF_8)).isEqualTo("gzip of the build");
  }

  @Test
  void whatTheClientHasIsNotSentAgain() throws Exception {
    HttpResponse<byte[]> first = bed.get("/app.js");
    String tag = header(first, "etag");
    HttpResponse<byte[]> again = bed.get("/app.js", "if-none-match", "\"other\", W/" + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "etag")).isEqualTo(tag);
    String date = header(first, "last-modified");
    assertThat(bed.get("/app.js", "if-modified-since", date).statusCode()).isEqualTo(304);
    assertThat(bed.get("/app.js", "if-none-match", "\"x\"", "if-modified-since", date).statusCode())
        .isEqualTo(200);
    assertThat(bed.get("/app.js", "if-match", "\"x\"").statusCode()).isEqualTo(412);
    write(root, "app.js", SCRIPT + "// changed");
    HttpResponse<byte[]> changed = bed.get("/app.js", "if-none-match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(new String(changed.body(), UTF_8)).endsWith("// changed");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 206, bytes 0-0/5000, 1",
    "bytes=100-199, 206, bytes 100-199/5000, 100",
    "bytes=4990-, 206, bytes 4990-4999/5000, 10",
    "bytes=-20, 206, bytes 4980-4999/5000, 20",
    "bytes=4000-9999, 206, bytes 4000-4999/5000, 1000",
    "bytes=5000-, 416, bytes */5000, 0",
    "bytes=-0, 416, bytes */5000, 0",
    "'bytes=0-1,5-6', 200, , 5000",
    "bytes=9-1, 200, , 5000",
    "lines=1-2, 200, , 5000"
  })
  void partsOfAFile(String range, int status, String told, int length) throws Exception {
    HttpResponse<byte[]> answer = bed.get("/photo.png", "range", range);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "content-range")).isEqualTo(told);
    assertThat(answer.body()).hasSize(length);
  }

  @Test
  void aPartOfAnOlderVersionIsNotMixedWithANewer() throws Exception {
    String tag = header(bed.get("/photo.png"), "etag");
    assertThat(bed.get("/photo.png", "range", "bytes=0-9", "if-range", tag).statusCode())
        .isEqualTo(206);
    assertThat(bed.get("/photo.png", "range", "bytes=0-9", "if-range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    HttpResponse<byte[]> head = bed.send("HEAD", "/photo.png");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo("5000");
    HttpResponse<byte[]> post = bed.send("POST", "/photo.png");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(header(post, "allow")).isEqualTo("GET, HEAD");
  }
}
