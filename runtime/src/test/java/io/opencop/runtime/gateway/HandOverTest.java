package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminNotes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A gateway takes the place of another under load, and nobody notices. */
@EnabledOnOs(OS.LINUX)
class HandOverTest {
  private static final Patience BRIEF =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofSeconds(75),
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20));

  @TempDir Path folder;

  private Gateway next(int port) {
    return Gateway.start(
        new GatewaySettings("127.0.0.1", port, Optional.empty(), folder, BRIEF, true), _ -> {});
  }

  /** The next one, when the first has nothing to do with new connections any more. */
  private Gateway successor(Bed bed) throws Exception {
    Gateway gateway = next(bed.port());
    bed.gateway.replaced().get(60, TimeUnit.SECONDS);
    return gateway;
  }

  @Test
  void noRequestFailsWhileGatewaysTakeOverFromEachOther() throws Exception {
    ConcurrentMap<String, Integer> outcomes = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    try (JdkApp app = JdkApp.saying("hello");
        Bed bed = new Bed(folder)) {
      bed.route(Bed.ready("a", app.port()));
      List<Thread> clients = new ArrayList<>();
      Gateway one = next(bed.port());
      assertThat(one.port()).isEqualTo(bed.port());
      for (int i = 0; i < 9; i++) {
        int kind = i % 3;
        clients.add(
            Thread.startVirtualThread(() -> {
              while (!over.get()) {
                outcomes.merge(ask(kind, one.port()), 1, Integer::sum);
              }
            }));
      }
      List<Gateway> gateways = new ArrayList<>(List.of(one));
      for (int i = 0; i < 3; i++) {
        await(outcomes, 100);
        gateways.add(next(one.port()));
        gateways.get(i).replaced().get(60, TimeUnit.SECONDS);
        gateways.get(i).close();
      }
      await(outcomes, 100);
      over.set(true);
      for (Thread client : clients) {
        client.join(Duration.ofSeconds(60));
      }
      assertThat(AdminNote.read(folder.resolve("gateway.json")).orElseThrow().url())
          .isEqualTo(gateways.getLast().url());
      gateways.getLast().close();
    }
    assertThat(outcomes).containsOnlyKeys("200 hello");
  }

  private static void await(ConcurrentMap<String, Integer> outcomes, int more) {
    int before = outcomes.values().stream().mapToInt(n -> n).sum();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> outcomes.values().stream().mapToInt(n -> n).sum() > before + more);
  }

  /** On kept connections (GET and POST), and on a new one for each. */
  private static String ask(int kind, int port) {
    try {
      if (kind == 2) {
        RawHttp.Answer answer = RawHttp.get(port, "a", "/");
        return answer.status() + " " + answer.body();
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
              .timeout(Duration.ofSeconds(60));
      if (kind == 1) {
        request.POST(HttpRequest.BodyPublishers.ofString("x"));
      }
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void whatIsInProgressGoesOnWithTheOldOne() throws Exception {
    Semaphore go = new Semaphore(0);
    try (JdkApp app =
            new JdkApp(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream out = exchange.getResponseBody()) {
                out.write("first\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                go.acquireUninterruptibly();
                out.write("second\n".getBytes(StandardCharsets.UTF_8));
              }
            });
        Bed bed = new Bed(folder)) {
      bed.route(Bed.ready("a", app.port()));
      Gateway old = successor(bed);
      HttpResponse<java.io.InputStream> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(old.url() + "/")).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
              new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
          Gateway _ = next(old.port())) {
        assertThat(lines.readLine()).isEqualTo("first");
        Thread.sleep(BRIEF.leaving().plusMillis(500));
        assertThat(old.replaced()).isNotDone();
        go.release();
        assertThat(lines.readLine()).isEqualTo("second");
        old.replaced().get(60, TimeUnit.SECONDS);
      }
      old.close();
    }
  }

  @Test
  void aWebSocketStaysOpen() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (Bed bed = new Bed(folder)) {
      int app =
          bed.vertx
              .createHttpServer()
              .webSocketHandler(s -> s.textMessageHandler(t -> s.writeTextMessage("echo " + t)))
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get()
              .actualPort();
      bed.route(Bed.ready("a", app));
      Gateway old = successor(bed);
      WebSocket socket =
          CLIENT
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://127.0.0.1:" + old.port() + "/"),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket on, CharSequence text, boolean last) {
                      heard.add(text.toString());
                      return WebSocket.Listener.super.onText(on, text, last);
                    }
                  })
              .join();
      try (Gateway _ = next(old.port())) {
        Thread.sleep(BRIEF.leaving().plusMillis(500));
        socket.sendText("still here", true).join();
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("echo still here");
        socket.abort();
        old.replaced().get(60, TimeUnit.SECONDS);
      }
      old.close();
    }
  }

  @Test
  void eachHasANoteOfItsOwnUntilItHasAnsweredItsLast() throws Exception {
    AdminNotes notes = new AdminNotes(folder);
    try (Bed bed = new Bed(folder)) {
      assertThat(notes.alive()).extracting(AdminNote::url).containsExactly(bed.gateway.url());
      AdminNote first = notes.alive().getFirst();
      try (Gateway second = next(bed.port())) {
        assertThat(notes.alive()).hasSize(2).extracting(AdminNote::token).contains(first.token());
        assertThat(AdminNote.read(notes.serving()).orElseThrow().token())
            .isEqualTo(notes.alive().getFirst().token())
            .isNotEqualTo(first.token());
        bed.gateway.close();
        assertThat(notes.alive()).extracting(AdminNote::url).containsExactly(second.url());
      }
    }
    // What one that was killed has left is nobody's, and goes with the next start.
    Path dead = folder.resolve("gateway-1-1.json");
    new AdminNote(Integer.MAX_VALUE, "http://127.0.0.1:1", 1, "t", "", "", "").write(dead);
    try (Bed _ = new Bed(folder)) {
      assertThat(notes.alive()).hasSize(1);
      assertThat(dead).doesNotExist();
    }
  }

  /** One that breaks off half-way has changed nothing. */
  @Test
  void whoeverOnlyAsksTakesNothing() throws Exception {
    try (JdkApp app = JdkApp.saying("hello");
        Bed bed = new Bed(folder)) {
      bed.route(Bed.ready("a", app.port()));
      AdminNote note = AdminNote.read(folder.resolve("gateway.json")).orElseThrow();
      assertThat(Path.of(note.socket())).exists();
      try (var channel =
          java.nio.channels.SocketChannel.open(
              java.net.UnixDomainSocketAddress.of(note.socket()))) {
        channel.write(StandardCharsets.US_ASCII.encode("wrong token and more than that\n"));
        java.nio.ByteBuffer answer = java.nio.ByteBuffer.allocate(10);
        assertThat(channel.read(answer)).isLessThan(0);
      }
      assertThat(bed.get("/").body()).isEqualTo("hello");
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), bed.port())) {
        assertThat(bed.gateway.replaced()).isNotDone();
      }
    }
  }
}
