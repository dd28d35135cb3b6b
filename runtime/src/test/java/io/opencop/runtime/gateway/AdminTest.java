package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.Limits;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
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

  @Test
  void thePlatformSeesWhoMayBeEndedAndWhoIsAwaited() throws Exception {
    Semaphore go = new Semaphore(0);
    try (Bed bed = new Bed(folder);
        JdkApp app =
            new JdkApp(exchange -> {
              go.acquireUninterruptibly();
              JdkApp.answer(exchange, 200, "done");
            });
        AdminClient admin =
            new AdminClient(AdminNote.read(folder.resolve("gateway.json")).orElseThrow())) {
      bed.route(Bed.ready("a", app.port()));
      var slow = bed.client.sendAsync(bed.to("/").build(), HttpResponse.BodyHandlers.ofString());
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 1);
      bed.route(Bed.app(Limits.DEFAULTS, true, Bed.draining("a", app.port())));
      assertThat(admin.drained(2, "shop", "a")).isFalse();
      var held = bed.client.sendAsync(bed.to("/").build(), HttpResponse.BodyHandlers.ofString());
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .until(() -> admin.waiting().equals(Map.of("shop", 1)));
      go.release(2);
      assertThat(slow.get().body()).isEqualTo("done");
      assertThat(admin.drained(2, "shop", "a")).isTrue();
      // Routes that it has not read yet prove nothing.
      assertThat(admin.drained(3, "shop", "a")).isFalse();
      bed.route(Bed.ready("a", app.port()));
      assertThat(held.get().body()).isEqualTo("done");
      assertThat(admin.waiting()).isEmpty();
      assertThat(admin.stats().getJsonArray("apps").getJsonObject(0).getLong("requests"))
          .isEqualTo(2);
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
