package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client may write in several ways, an application gets in one: byte by byte. */
class RewrittenTest {
  @TempDir Path folder;
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private ServerSocket app;
  private Bed bed;

  @BeforeEach
  void start() throws IOException {
    app = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    bed = new Bed(folder);
    bed.route(Bed.ready("a", app.getLocalPort()));
  }

  @AfterEach
  void stop() throws IOException {
    bed.close();
    app.close();
  }

  private void serve() {
    while (!app.isClosed()) {
      try (Socket socket = app.accept()) {
        seen.add(request(socket.getInputStream()));
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (SocketException _) {
        // The test is over.
      } catch (IOException e) {
        seen.add(e.toString());
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    while (!complete(all.toString())) {
      int one = in.read();
      if (one < 0) {
        return all + "(broken off)";
      }
      all.append((char) one);
    }
    return all.toString();
  }

  private static boolean complete(String request) {
    boolean chunked = request.toLowerCase(java.util.Locale.ROOT).contains("chunked\r\n");
    return request.endsWith("\r\n\r\n") && (!chunked || request.contains("\r\n0\r\n"));
  }

  private String sent(String request) throws Exception {
    assertThat(RawHttp.ask(bed.port(), request).status()).isEqualTo(200);
    String got = seen.poll(60, TimeUnit.SECONDS);
    assertThat(got).isNotNull().doesNotContain("broken off");
    return got;
  }

  @Test
  void aFoldedFieldIsOneLine() throws Exception {
    String got =
        sent(
            RawHttp.head(
                "GET / HTTP/1.1",
                "Host: a",
                "Connection: close",
                "X: one",
                " Transfer-Encoding: chunked",
                "\tContent-Length: 5"));
    assertThat(got)
        .containsPattern("\r\nX: one Transfer-Encoding: chunked Content-Length: 5\r\n")
        .doesNotContainPattern("\n[ \t]")
        .doesNotContainPattern("(?i)\n(transfer-encoding|content-length)");
  }

  @Test
  void aChunkIsItsSizeAndItsBytes() throws Exception {
    String got =
        sent(
            RawHttp.head(
                    "POST / HTTP/1.1", "Host: a", "Connection: close", "Transfer-Encoding: chunked")
                + "0005;ext=\"0\"\r\nhello\r\n00;last\r\n\r\n");
    assertThat(got).endsWith("\r\n\r\n5\r\nhello\r\n0\r\n\r\n").doesNotContain("ext", "last");
  }

  @Test
  void whatComesAfterTheBodyChangesNothingOfTheHead() throws Exception {
    String got =
        sent(
            RawHttp.head(
                    "POST / HTTP/1.1", "Host: a", "Connection: close", "Transfer-Encoding: chunked")
                + "5\r\nhello\r\n0\r\nHost: b\r\nContent-Length: 3\r\nX-Forwarded-For: 1\r\n\r\n");
    assertThat(got)
        .contains("\r\n\r\n5\r\nhello\r\n0\r\n")
        .containsOnlyOnce("\r\nhost: a\r\n")
        .doesNotContain("b\r\n", "Content-Length", "X-Forwarded-For: 1");
  }
}
