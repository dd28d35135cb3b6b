package io.opencop.server.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred connections that talk slowly on purpose stop nobody, and are closed in the end. */
class SlowLorisTest {
  @TempDir Path folder;

  @Test
  void slowConnectionsStopNobodyAndAreClosed() throws Exception {
    try (Platform platform = new Platform(folder, "otlp.request-timeout=2s")) {
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 200; i++) {
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.running.httpPort());
          // Half of them drip their headers, the others their body.
          String start = i % 2 == 0 ? head() : head() + "\r\nab";
          socket.getOutputStream().write(start.getBytes(ISO_8859_1));
          slow.add(socket);
        }
        for (int i = 0; i < 50; i++) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(platform.otlp("/v1/traces"))
                  .header("content-type", "application/x-protobuf")
                  .POST(BodyPublishers.ofByteArray(Bytes.request()));
          assertThat(platform.send(request).statusCode()).isEqualTo(200);
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> slow.stream().allMatch(SlowLorisTest::drippedUntilClosed));
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  private static String head() {
    return """
    POST /v1/traces HTTP/1.1\r
    Host: localhost\r
    Content-Type: application/x-protobuf\r
    Content-Length: 100000\r
    """;
  }

  /** Goes on dripping: bytes that arrive must not keep it open. */
  private static boolean drippedUntilClosed(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
