package io.opencop.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.dist.packaged.Packaged.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cop up} as a process, and the other commands beside it. */
class UpPackagedTest {
  /** What a shell says of a process that ended on SIGTERM. */
  private static final int SIGTERM = 143;

  private static final String[] UP = {
    "up", "--port", "0", "--set", "otlp.grpc-port=0", "--set", "otlp.http-port=0"
  };

  @TempDir Path parent;
  private Packaged packaged;
  private Process up;

  @BeforeEach
  void unpack() throws Exception {
    packaged = new Packaged(parent, false);
  }

  @AfterEach
  void stop() {
    if (up != null) {
      up.destroyForcibly();
    }
  }

  @Test
  void itServesItsUserAndEndsWhenToldTo() throws Exception {
    Path err = parent.resolve("err");
    up = packaged.start(parent.resolve("out"), err, UP);
    awaitLine(err, "Console: http://127.0.0.1:");
    Path token = packaged.home.resolve(".opencop/data/admin.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
    Said health = packaged.run("health", "-o", "json");
    assertThat(health.code()).as(health.err()).isZero();
    assertThat(health.out()).contains("\"status\" : \"ok\"");

    Said second = packaged.run(UP);
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("COP-1103").contains(Long.toString(up.pid()));

    // Its port, and not the default one, on which somebody else's platform may answer.
    String url = url(Packaged.read(err));
    Said link = packaged.run("link");
    assertThat(link.out()).as(link.err()).startsWith(url + "/?code=");

    up.destroy();
    assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(up.descendants()).isEmpty();
    assertThat(up.exitValue()).isEqualTo(SIGTERM);
    assertThat(Packaged.read(err)).endsWith("Stopped.\n").doesNotContain("Exception");
    assertThat(packaged.run("health", "--url", url).err())
        .contains("COP-2002", url)
        .contains("cop up");
  }

  @Test
  void aTakenPortIsReportedWithItsHolder() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Said said =
          packaged.run(
              "up", "--port", port, "--set", "otlp.grpc-port=0", "--set", "otlp.http-port=0");
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err())
          .contains("COP-1101")
          .contains(port)
          .contains("PID " + ProcessHandle.current().pid());
      assertThat(packaged.run("doctor", "--port", port).out()).contains("FAIL  web.port " + port);
    }
  }

  private static String url(String said) {
    Matcher found = Pattern.compile("Console: (http://127\\.0\\.0\\.1:[0-9]+)/").matcher(said);
    assertThat(found.find()).as(said).isTrue();
    return found.group(1);
  }

  private void awaitLine(Path file, String text) throws IOException, InterruptedException {
    for (int i = 0; i < 1200 && up.isAlive(); i++) {
      if (Packaged.read(file).contains(text)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never said: " + text + "\n" + Packaged.read(file));
  }
}
