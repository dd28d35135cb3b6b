package io.opencop.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.server.support.Platform;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, what stands in its way, and stopping. */
class StartTest {
  @TempDir Path folder;

  @Test
  void whatAPersonShouldKnowIsSaidInOrder() {
    try (Platform platform = new Platform(folder)) {
      assertThat(platform.said)
          .extracting(n -> n.code())
          .containsExactly("COP-1108", "COP-1107", "COP-1106");
      assertThat(platform.get("/api/v1/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsReportedWithWhoHoldsIt() {
    try (Platform platform = new Platform(folder.resolve("a"))) {
      CopException e =
          catchThrowableOfType(
              CopException.class,
              () ->
                  new Platform(
                      folder.resolve("b"), "otlp.http-port=" + platform.running.httpPort()));
      assertThat(e.notices().getFirst().code()).isEqualTo("COP-1101");
      assertThat(e.notices().getFirst().text(Lang.EN))
          .contains("otlp.http-port", Integer.toString(platform.running.httpPort()));
      assertThat(e.notices().getFirst().text(Lang.EN))
          .contains(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void aLostKeyIsSaidWithTheWayOut() throws Exception {
    new Platform(folder).close();
    Files.delete(folder.resolve("secret.key"));
    CopException e = catchThrowableOfType(CopException.class, () -> new Platform(folder));
    assertThat(e.notices().getFirst().code()).isEqualTo("COP-1307");
    assertThat(e.notices().getFirst().next(Lang.KO)).contains("auth.sealed", "admin.token");
  }

  @Test
  void afterStoppingThePortsAreFree() {
    Platform platform = new Platform(folder);
    int port = platform.running.grpcPort();
    platform.close();
    Assertions.assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }
}
