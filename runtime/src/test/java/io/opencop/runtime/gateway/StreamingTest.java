package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.routes.Upstream;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data moves piece by piece, in both directions, and no faster than it is taken. */
class StreamingTest {
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

  /** Each event is sent only after the client has shown that it got the one before. */
  @Test
  void eventsArriveOneByOne() throws Exception {
    Semaphore received = new Semaphore(0);
    try (JdkApp app =
        new JdkApp(exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (int i = 0; i < 5; i++) {
              received.acquireUninterruptibly();
              out.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
              out.flush();
            }
          }
        })) {
      bed.route(Bed.ready("a", app.port()));
      HttpResponse<InputStream> answer =
          bed.client.send(bed.to("/").build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        for (int i = 0; i < 5; i++) {
          received.release();
          assertThat(lines.readLine()).isEqualTo("data: " + i);
          assertThat(lines.readLine()).isEmpty();
        }
        assertThat(lines.readLine()).isNull();
      }
    }
  }

  /** The application cannot get rid of more than the buffers on the way hold. */
  @Test
  void aClientThatNeverReadsHoldsUpTheApplicationNotTheMemory() throws Exception {
    long all = 512L << 20;
    AtomicLong written = new AtomicLong();
    try (JdkApp app =
        new JdkApp(exchange -> {
          exchange.sendResponseHeaders(200, all);
          byte[] piece = new byte[64 << 10];
          try (OutputStream out = exchange.getResponseBody()) {
            for (long at = 0; at < all; at += piece.length) {
              out.write(piece);
              written.addAndGet(piece.length);
            }
          }
        })) {
      bed.route(Bed.ready("a", app.port()));
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bed.port())) {
        socket
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        settle(written);
        assertThat(written.get()).isPositive().isLessThan(64L << 20);
        assertThat(bed.inFlight("a")).isEqualTo(1);
      }
      // It left: so does its request at the application.
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 0);
    }
  }

  @Test
  void anApplicationThatNeverReadsHoldsUpTheClient() throws Exception {
    Semaphore end = new Semaphore(0);
    AtomicLong written = new AtomicLong();
    try (JdkApp app =
        new JdkApp(exchange -> {
          end.acquireUninterruptibly();
          JdkApp.answer(exchange, 200, "late");
        })) {
      bed.route(Bed.ready("a", app.port()));
      Thread sender;
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bed.port())) {
        sender = Thread.startVirtualThread(() -> send(socket, written));
        settle(written);
        assertThat(written.get()).isPositive().isLessThan(64L << 20);
      }
      sender.join();
      end.release();
    }
  }

  private static void send(Socket socket, AtomicLong written) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 536870912\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] piece = new byte[64 << 10];
      while (true) {
        out.write(piece);
        written.addAndGet(piece.length);
      }
    } catch (java.io.IOException _) {
      // The test is over.
    }
  }

  private static void settle(AtomicLong written) {
    AtomicLong before = new AtomicLong(-1);
    Awaitility.await()
        .atMost(Bed.PATIENCE)
        .pollInterval(Duration.ofMillis(700))
        .until(() -> written.get() > 0 && before.getAndSet(written.get()) == written.get());
  }

  private HttpServer application(io.vertx.core.Handler<HttpServerRequest> handler) {
    return bed.vertx
        .createHttpServer()
        .requestHandler(handler)
        .webSocketHandler(socket -> {
          socket.textMessageHandler(text -> {
            if (text.equals("bye")) {
              socket.close((short) 4001, "as asked");
            } else {
              socket.writeTextMessage("echo " + text);
            }
          });
        })
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private HttpClientResponse grpc(String body, StringBuilder got) {
    var client =
        bed.vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(bed.port())
                .setURI("/shop.Cart/Add")
                .addHeader("content-type", "application/grpc+proto")
                .addHeader("te", "trailers"))
        .compose(r -> r.send(body))
        .compose(r -> r.body().map(b -> note(r, got, b)))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static HttpClientResponse note(HttpClientResponse r, StringBuilder got, Buffer body) {
    got.append(body.toString());
    return r;
  }

  @Test
  void grpcKeepsItsTrailers() {
    HttpServer app =
        application(request -> {
          assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
          String te = request.getHeader("te");
          request
              .response()
              .putHeader("content-type", "application/grpc+proto")
              .putTrailer("grpc-status", "0")
              .putTrailer("grpc-message", "te=" + te);
          request.bodyHandler(b -> request.response().end("got " + b));
        });
    bed.route(Bed.ready("a", app.actualPort()));
    StringBuilder body = new StringBuilder();
    HttpClientResponse answer = grpc("framed", body);
    assertThat(body.toString()).isEqualTo("got framed");
    assertThat(answer.getHeader("content-type")).isEqualTo("application/grpc+proto");
    assertThat(answer.getTrailer("grpc-status")).isEqualTo("0");
    assertThat(answer.getTrailer("grpc-message")).isEqualTo("te=trailers");
  }

  @Test
  void grpcErrorsThatAreAllTrailersPass() {
    HttpServer app =
        application(request ->
            request
                .response()
                .putHeader("content-type", "application/grpc")
                .putHeader("grpc-status", "5")
                .end());
    bed.route(Bed.ready("a", app.actualPort()));
    HttpClientResponse answer = grpc("framed", new StringBuilder());
    assertThat(answer.getHeader("grpc-status")).isEqualTo("5");
  }

  @Test
  void http1TrailersPass() throws Exception {
    HttpServer app =
        application(
            request -> request.response().setChunked(true).putTrailer("x-sum", "42").end("body"));
    bed.route(Bed.ready("a", app.actualPort()));
    String answer = RawHttp.get(bed.port(), "a", "/").body();
    assertThat(answer).contains("body").contains("x-sum: 42");
  }

  @Test
  void http2ApplicationsAreSpokenToInHttp2() {
    HttpServer app = application(r -> r.response().end(r.version() + " " + r.authority()));
    bed.route(
        new Upstream(
            "a", "127.0.0.1", app.actualPort(), 1, Upstream.State.READY, Upstream.Speaks.H2C));
    assertThat(bed.get("/").body()).isEqualTo("HTTP_2 127.0.0.1:" + bed.port());
    assertThat(bed.send(bed.to("/").POST(HttpRequest.BodyPublishers.ofString("x"))).body())
        .startsWith("HTTP_2");
  }

  @Test
  void webSocketsTalkBothWaysAndEndAsTheApplicationSays() throws Exception {
    HttpServer app = application(r -> r.response().setStatusCode(404).end());
    bed.route(Bed.ready("a", app.actualPort()));
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket socket =
        bed.client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:" + bed.port() + "/talk"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(WebSocket on, CharSequence text, boolean last) {
                    heard.add(text.toString());
                    return WebSocket.Listener.super.onText(on, text, last);
                  }

                  @Override
                  public CompletionStage<?> onClose(WebSocket on, int code, String reason) {
                    closed.complete(code);
                    return null;
                  }
                })
            .join();
    assertThat(bed.inFlight("a")).isEqualTo(1);
    for (String word : new String[] {"one", "two", "안녕"}) {
      socket.sendText(word, true).join();
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("echo " + word);
    }
    socket.sendText("bye", true).join();
    assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(4001);
    Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 0);
  }

  @Test
  void anApplicationMayDeclineAWebSocket() throws Exception {
    try (JdkApp app = new JdkApp(e -> JdkApp.answer(e, 403, "members only"))) {
      bed.route(Bed.ready("a", app.port()));
      RawHttp.Answer answer =
          RawHttp.ask(
              bed.port(),
              RawHttp.head(
                      "GET / HTTP/1.1",
                      "Host: a",
                      "Connection: keep-alive, Upgrade",
                      "Upgrade: websocket",
                      "Sec-WebSocket-Version: 13",
                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                  + RawHttp.head("GET /next HTTP/1.1", "Host: a", "Connection: close"));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("members only");
    }
  }
}
