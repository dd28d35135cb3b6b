package io.opencop.runtime.statics;

import static io.opencop.runtime.statics.SiteBed.header;
import static io.opencop.runtime.statics.SiteBed.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no file: pages that know their own paths, a page of the site's own, or words. */
class MissingTest {
  @TempDir Path root;

  @Test
  void aSinglePageTakesEveryPathButFilesThatAreMissing() throws Exception {
    write(root, "index.html", "the page");
    try (SiteBed bed = new SiteBed(root, true)) {
      HttpResponse<byte[]> place = bed.get("/orders/7");
      assertThat(place.statusCode()).isEqualTo(200);
      assertThat(new String(place.body(), UTF_8)).isEqualTo("the page");
      assertThat(header(place, "cache-control")).isEqualTo("no-cache");
      assertThat(bed.get("/old-4f3c2a1b.js", "accept", "*/*").statusCode()).isEqualTo(404);
      assertThat(bed.get("/apps/my.service", "accept", "text/html").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theSitesOwnPageIsShownAndNotKept() throws Exception {
    write(root, "404.html", "gone");
    try (SiteBed bed = new SiteBed(root, false)) {
      HttpResponse<byte[]> answer = bed.get("/nothing", "if-none-match", "*");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(new String(answer.body(), UTF_8)).isEqualTo("gone");
      assertThat(header(answer, "etag")).isNull();
    }
  }

  @Test
  void otherwiseThereAreWordsInTheReadersLanguage() throws Exception {
    try (SiteBed bed = new SiteBed(root, false)) {
      assertThat(new String(bed.get("/x", "accept-language", "ko").body(), UTF_8))
          .contains("COP-3653")
          .contains("/x에 페이지가 없습니다");
      assertThat(new String(bed.get("/x").body(), UTF_8)).contains("There is no page at /x");
    }
  }

  @Test
  void aFileThatIsDeletedIsMissing() throws Exception {
    Path file = write(root, "a.txt", "a");
    try (SiteBed bed = new SiteBed(root, false)) {
      assertThat(bed.get("/a.txt").statusCode()).isEqualTo(200);
      Files.delete(file);
      assertThat(bed.get("/a.txt").statusCode()).isEqualTo(404);
    }
  }
}
