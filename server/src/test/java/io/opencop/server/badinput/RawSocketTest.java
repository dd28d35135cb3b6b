package io.opencop.server.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no client would send. The platform answers or hangs up, and goes on. */
class RawSocketTest {
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder, "otlp.max-request=1MiB", "otlp.request-timeout=5s");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void garbageOnEveryPort() throws Exception {
    Random random = new Random(7);
    for (int port : ports()) {
      for (int i = 0; i < 20; i++) {
        byte[] garbage = new byte[1 + random.nextInt(5000)];
        random.nextBytes(garbage);
        talk(port, garbage, true);
      }
      talk(
          port,
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\ngarbage garbage garbage".getBytes(ISO_8859_1),
          true);
    }
    stillWorks();
  }

  @Test
  void headersBeyondTheLimitAreRefused() throws Exception {
    for (int port : ports()) {
      String large =
          "POST /v1/traces HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(100_000) + "\r\n\r\n";
      assertThat(talk(port, large.getBytes(ISO_8859_1), false)).startsWith("HTTP/1.1 431");
    }
    stillWorks();
  }

  @Test
  void aLengthThatIsTooLargeIsRefusedBeforeTheBody() throws Exception {
    String head =
        """
        POST /v1/traces HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-protobuf\r
        Content-Length: 999999999999\r
        \r
        """;
    assertThat(talk(platform.running.httpPort(), head.getBytes(ISO_8859_1), false))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void aChunkedBodyIsCountedAsItArrives() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      body.append("10000\r\n").append("a".repeat(0x10000)).append("\r\n");
    }
    String request =
        """
        POST /v1/traces HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-protobuf\r
        Transfer-Encoding: chunked\r
        \r
        """
            + body;
    assertThat(talk(platform.running.httpPort(), request.getBytes(ISO_8859_1), false))
        .startsWith("HTTP/1.1 413");
    stillWorks();
  }

  @Test
  void zipBombsOverHttpStopAtTheLimit() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.otlp("/v1/logs"))
            .header("content-type", "application/x-protobuf")
            .header("content-encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(Bytes.bomb(500L << 20)));
    assertThat(platform.send(request).statusCode()).isEqualTo(413);
    assertThat(platform.store.appended).noneMatch(a -> a.request().length > 1 << 20);
  }

  @Test
  void aBodyThatNeverComesWholeIsGivenUp() throws Exception {
    String head =
        """
        POST /v1/traces HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-protobuf\r
        Content-Length: 1000\r
        \r
        abc\
        """;
    assertThat(talk(platform.running.httpPort(), head.getBytes(ISO_8859_1), false))
        .startsWith("HTTP/1.1 408");
  }

  private static List<Integer> ports() {
    return List.of(
        platform.running.webPort(), platform.running.grpcPort(), platform.running.httpPort());
  }

  private static void stillWorks() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.otlp("/v1/traces"))
            .header("content-type", "application/x-protobuf")
            .POST(BodyPublishers.ofByteArray(Bytes.request()));
    assertThat(platform.send(request).statusCode()).isEqualTo(200);
    assertThat(platform.get("/api/v1/services").statusCode()).isEqualTo(200);
  }

  /** Sends, and reads until the platform hangs up or has answered. */
  private static String talk(int port, byte[] bytes, boolean closeFirst) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        if (closeFirst) {
          socket.shutdownOutput();
        }
      } catch (IOException e) {
        return ""; // it hung up while we were talking, which is fine
      }
      byte[] answer = new byte[4096];
      InputStream in = socket.getInputStream();
      try {
        int n = in.read(answer);
        return n < 0 ? "" : new String(answer, 0, n, ISO_8859_1);
      } catch (java.net.SocketException e) {
        return "";
      }
    }
  }
}
