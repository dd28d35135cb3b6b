package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.admin.AdminNote;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
  @TempDir Path folder;

  @Test
  void onlyWhoMayReadTheNoteMayAsk() throws Exception {
    try (Bed bed = new Bed(folder)) {
      Path file = folder.resolve("gateway.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      AdminNote note = AdminNote.read(file).orElseThrow();
      assertThat(note.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(note.url()).isEqualTo(bed.gateway.url());
      assertThat(note.toString()).doesNotContain(note.token());
      String admin = "http://127.0.0.1:" + note.adminPort();
      assertThat(status(bed, admin + "/stats", null)).isEqualTo(403);
      assertThat(status(bed, admin + "/stats", "Bearer x" + note.token())).isEqualTo(403);
      assertThat(status(bed, admin + "/stats", "Bearer " + note.token())).isEqualTo(200);
      assertThat(status(bed, admin + "/", "Bearer " + note.token())).isEqualTo(404);
      assertThat(status(bed, admin + "/nothing", null)).isEqualTo(403);
      // The door to the public knows none of it.
      assertThat(status(bed, bed.gateway.url() + "/stats", "Bearer " + note.token()))
          .isEqualTo(404);
    }
  }

  private static int status(Bed bed, String url, String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Bed.PATIENCE);
    return bed.send(
            authorization == null ? request : request.header("authorization", authorization))
        .statusCode();
  }

  @Test
  void aNoteThatCannotBeReadIsNone() throws Exception {
    Path file = folder.resolve("gateway.json");
    assertThat(AdminNote.read(file)).isEmpty();
    for (String text : new String[] {"", "{", "{}", "[]", "{\"pid\":\"x\"}"}) {
      Files.writeString(file, text);
      assertThat(AdminNote.read(file)).as(text).isEmpty();
    }
  }
}
