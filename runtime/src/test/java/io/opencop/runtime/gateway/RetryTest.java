package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Upstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryTest {
  @TempDir Path folder;
  private Bed bed;

  @BeforeEach
  void start() {
    bed = new Bed(folder);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  /** Takes a connection, reads what comes first, and hangs up. */
  private static ServerSocket hangsUp(AtomicInteger asked) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          if (socket.getInputStream().read(new byte[65536]) > 0) {
            asked.incrementAndGet();
          }
        } catch (IOException _) {
          return;
        }
      }
    });
    return server;
  }

  private static int free() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  @Test
  void whatWasNeverSentGoesElsewhereWhateverItIs() throws Exception {
    byte[] large = new byte[1 << 20];
    new Random(3).nextBytes(large);
    try (JdkApp app =
        new JdkApp(
            e -> JdkApp.answer(e, 200, String.valueOf(e.getRequestBody().readAllBytes().length)))) {
      bed.route(Bed.ready("gone", free()), Bed.ready("here", app.port()));
      for (int i = 0; i < 50; i++) {
        HttpResponse<String> answer =
            bed.send(bed.to("/").POST(HttpRequest.BodyPublishers.ofByteArray(large)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1048576");
      }
      // It is left alone after the first refusal, for a second at least.
      assertThat(bed.stats("gone").getInteger("requests")).isLessThan(50);
      assertThat(bed.stats("gone").getInteger("failures")).isPositive();
    }
  }

  @Test
  void whatMayHaveBeenDoneIsSentAgainOnlyWhereThatIsHarmless() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket bad = hangsUp(asked)) {
      bed.route(Bed.ready("bad", bad.getLocalPort()));
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("once");
      HttpResponse<String> post = bed.send(bed.to("/").POST(body));
      assertThat(post.statusCode()).isEqualTo(502);
      assertThat(post.body()).contains("COP-3303").contains("may have been carried out");
      assertThat(asked).hasValue(1);

      assertThat(bed.send(bed.to("/").method("PATCH", body)).statusCode()).isEqualTo(502);
      assertThat(asked).hasValue(2);

      assertThat(bed.send(bed.to("/").PUT(body)).statusCode()).isEqualTo(502);
      assertThat(asked).hasValue(5);
      assertThat(bed.get("/").statusCode()).isEqualTo(502);
      assertThat(asked).hasValue(8);
    }
  }

  @Test
  void aRepeatedRequestHasItsWholeBody() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    byte[] text = "x".repeat(60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (ServerSocket bad = hangsUp(asked);
        JdkApp good =
            new JdkApp(e ->
                JdkApp.answer(e, 200, String.valueOf(e.getRequestBody().readAllBytes().length)))) {
      bed.route(Bed.ready("bad", bad.getLocalPort()), Bed.ready("good", good.port()));
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> {
            HttpResponse<String> answer =
                bed.send(bed.to("/").PUT(HttpRequest.BodyPublishers.ofByteArray(text)));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("60000");
            return asked.get() > 0;
          });
      assertThat(bed.stats().getInteger("retries")).isPositive();
    }
  }

  @Test
  void retriesAreAFifthOfAllRequestsAtMost() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket bad = hangsUp(asked)) {
      bed.route(Bed.ready("bad", bad.getLocalPort()));
      for (int i = 0; i < 200; i++) {
        assertThat(bed.get("/").statusCode()).isEqualTo(502);
      }
      assertThat(bed.stats().getInteger("retries")).isBetween(40, 20 + 200 / 5);
      assertThat(asked.get()).isLessThanOrEqualTo(200 + 20 + 200 / 5);
    }
  }

  @Test
  void oneThatOnlyFailsIsLeftAlone() throws Exception {
    AtomicInteger errors = new AtomicInteger();
    AtomicBoolean sick = new AtomicBoolean(true);
    try (JdkApp bad =
            new JdkApp(e -> {
              errors.incrementAndGet();
              JdkApp.answer(e, sick.get() ? 500 : 200, "bad");
            });
        JdkApp good = JdkApp.saying("good")) {
      bed.route(Bed.ready("bad", bad.port()), Bed.ready("good", good.port()));
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> {
            bed.get("/");
            return bed.stats("bad").getLong("ejected_ms") > 0;
          });
      assertThat(errors.get()).isGreaterThanOrEqualTo(5);
      sick.set(false);
      // It is asked again when its time is over.
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.get("/").body().equals("bad"));
    }
  }

  @Test
  void oneThatIsTooSlowIsGivenUp() throws Exception {
    Limits limits = new Limits(0, 0, 300, 0, 0, 0, 0);
    try (JdkApp slow =
        new JdkApp(e -> {
          java.util.concurrent.locks.LockSupport.parkNanos(5_000_000_000L);
          JdkApp.answer(e, 200, "late");
        })) {
      bed.route(Bed.app(limits, false, Bed.ready("slow", slow.port())));
      HttpResponse<String> answer = bed.get("/");
      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(answer.body()).contains("COP-3304").contains("300 ms");
      assertThat(bed.inFlight("slow")).isZero();
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotMadeToLookWhole() throws Exception {
    try (JdkApp app =
        new JdkApp(e -> {
          e.sendResponseHeaders(200, 1000);
          e.getResponseBody().write(new byte[10]);
          e.getResponseBody().flush();
          throw new IOException("breaks off");
        })) {
      bed.route(Bed.ready("a", app.port()));
      String answer = RawHttp.text(bed.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(10);
      assertThat(bed.inFlight("a")).isZero();
    }
  }

  /** Real processes, really killed, in the middle of load; each is replaced as a platform would. */
  @Test
  void killsUnderLoadFailNoRequestThatWasSafeToRetry() throws Exception {
    Map<String, Process> processes = new TreeMap<>();
    Map<String, Upstream> endpoints = new TreeMap<>();
    Map<String, Integer> statuses = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        startOne("i" + i, processes, endpoints);
      }
      bed.route(endpoints.values().toArray(new Upstream[0]));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        running.add(
            clients.submit(() -> {
              while (!over.get()) {
                statuses.merge(outcome(), 1, Integer::sum);
              }
            }));
      }
      for (int round = 3; round < 6; round++) {
        int served = sum(statuses);
        Awaitility.await().atMost(Bed.PATIENCE).until(() -> sum(statuses) > served + 200);
        String victim = processes.keySet().iterator().next();
        processes.remove(victim).destroyForcibly().waitFor();
        endpoints.remove(victim);
        int after = sum(statuses);
        Awaitility.await().atMost(Bed.PATIENCE).until(() -> sum(statuses) > after + 200);
        startOne("i" + round, processes, endpoints);
        bed.route(endpoints.values().toArray(new Upstream[0]));
      }
      over.set(true);
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      over.set(true);
      processes.values().forEach(Process::destroyForcibly);
    }
    assertThat(statuses).containsOnlyKeys("200");
  }

  private String outcome() {
    try {
      return String.valueOf(
          bed.client.send(bed.to("/").build(), HttpResponse.BodyHandlers.ofString()).statusCode());
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static int sum(Map<String, Integer> statuses) {
    return statuses.values().stream().mapToInt(n -> n).sum();
  }

  private static void startOne(
      String id, Map<String, Process> processes, Map<String, Upstream> endpoints)
      throws IOException {
    int port = free();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                JdkApp.class.getName(),
                String.valueOf(port),
                id)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.put(id, process);
    assertThat(process.inputReader().readLine()).isEqualTo("listening");
    endpoints.put(id, Bed.ready(id, port));
  }
}
