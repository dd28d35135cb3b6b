package io.opencop.runtime.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.GatewaySettings.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may be silent, and who may not. */
class PatienceTest {
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  @TempDir Path folder;
  private Bed bed;

  @BeforeEach
  void start() {
    bed = new Bed(folder, SHORT);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), bed.port());
    socket.setSoTimeout((int) Bed.PATIENCE.toMillis());
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Whether the other side closes within our patience. */
  private static void awaitEnd(Socket socket) throws IOException {
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // Whatever it still says.
      }
    } catch (SocketException _) {
      // A reset is an end, too.
    }
  }

  /** A byte now and then keeps a connection from being idle, and must not keep it open. */
  @Test
  void aHeadThatTricklesInIsCutOff() throws Exception {
    try (Socket socket = connect()) {
      Thread trickle =
          Thread.startVirtualThread(() -> {
            try {
              write(socket, "GET / HTTP/1.1\r\n");
              for (int i = 0; i < 1000; i++) {
                write(socket, "X" + i + ": 1\r\n");
                Thread.sleep(100);
              }
            } catch (IOException | InterruptedException _) {
              // It was cut off.
            }
          });
      awaitEnd(socket);
      trickle.join();
    }
  }

  @Test
  void whoSaysNothingIsCutOff() throws Exception {
    try (Socket never = connect();
        Socket once = connect();
        JdkApp app = JdkApp.saying("hello")) {
      bed.route(Bed.ready("a", app.port()));
      write(once, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      awaitEnd(never);
      awaitEnd(once);
    }
  }

  @Test
  void aBodyThatStopsIsToldSo() throws Exception {
    try (Socket socket = connect();
        JdkApp app = JdkApp.saying("hello")) {
      bed.route(Bed.ready("a", app.port()));
      write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhal");
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("COP-3318");
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 0);
    }
  }

  /** Longer than anything above: no event for a while is no fault of a stream of events. */
  @Test
  void aStreamMayBeSilent() throws Exception {
    Semaphore go = new Semaphore(0);
    try (Socket socket = connect();
        JdkApp app =
            new JdkApp(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream out = exchange.getResponseBody()) {
                out.write("data: 1\n\n".getBytes(US_ASCII));
                out.flush();
                go.acquireUninterruptibly();
                out.write("data: 2\n\n".getBytes(US_ASCII));
              }
            })) {
      bed.route(Bed.ready("a", app.port()));
      write(socket, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      Thread.sleep(SHORT.stalled().plusSeconds(3));
      go.release();
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .contains("data: 1")
          .contains("data: 2");
    }
  }

  /** It holds up its own request only, and not for ever. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whoNeverReadsIsCutOff() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (JdkApp app =
        new JdkApp(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[64 << 10]);
            }
          } catch (IOException e) {
            gone.countDown();
            throw e;
          }
        })) {
      bed.route(Bed.ready("a", app.port()));
      try (Socket socket = connect()) {
        write(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 0);
        assertThat(socket.isClosed()).isFalse(); // it was the gateway that ended it
      }
    }
  }
}
