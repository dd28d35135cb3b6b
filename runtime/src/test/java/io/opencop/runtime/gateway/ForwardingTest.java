package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.opencop.model.app.Route;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardingTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @TempDir Path folder;
  private Bed bed;
  private final AtomicReference<Headers> seen = new AtomicReference<>();
  private final JdkApp echo =
      new JdkApp(exchange -> {
        seen.set(exchange.getRequestHeaders());
        exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
        exchange.getResponseHeaders().add("X-Uri", exchange.getRequestURI().toString());
        exchange.getResponseHeaders().add("Set-Cookie", "a=1");
        exchange.getResponseHeaders().add("Set-Cookie", "b=2");
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head || body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      });

  @BeforeEach
  void start() {
    bed = new Bed(folder);
    bed.route(Bed.ready("a", echo.port()));
  }

  @AfterEach
  void stop() {
    bed.close();
    echo.close();
  }

  @Test
  void requestsAndAnswersPassWhole() {
    HttpResponse<String> answer =
        bed.send(
            bed.to("/cart/1?q=%20x&q=2").POST(HttpRequest.BodyPublishers.ofString("hello 안녕")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hello 안녕");
    assertThat(answer.headers().firstValue("x-method")).hasValue("POST");
    assertThat(answer.headers().firstValue("x-uri")).hasValue("/cart/1?q=%20x&q=2");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    HttpResponse<String> head =
        bed.send(bed.to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.headers().firstValue("x-method")).hasValue("HEAD");
  }

  @Test
  void bodiesOfAnySizePassBothWays() throws Exception {
    byte[] large = new byte[20 << 20];
    new Random(7).nextBytes(large);
    for (boolean chunked : new boolean[] {false, true}) {
      HttpRequest.BodyPublisher body =
          chunked
              ? HttpRequest.BodyPublishers.fromPublisher(
                  HttpRequest.BodyPublishers.ofByteArray(large))
              : HttpRequest.BodyPublishers.ofByteArray(large);
      HttpResponse<byte[]> answer =
          bed.client.send(bed.to("/").PUT(body).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.body()).isEqualTo(large);
      assertThat(seen.get().containsKey("Content-length")).isNotEqualTo(chunked);
    }
    assertThat(bed.inFlight("a")).isZero();
  }

  @Test
  void fieldsOfOneConnectionStayThere() throws Exception {
    RawHttp.Answer answer =
        RawHttp.ask(
            bed.port(),
            RawHttp.head(
                "GET / HTTP/1.1",
                "Host: shop.test",
                "Connection: close, X-Private",
                "X-Private: 1",
                "Keep-Alive: 5",
                "Proxy-Authorization: x",
                "TE: gzip",
                "X-Kept: 2"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen.get())
        .doesNotContainKeys("X-private", "Keep-alive", "Proxy-authorization", "Te");
    assertThat(seen.get().getFirst("X-kept")).isEqualTo("2");
  }

  @Test
  void theApplicationLearnsWhoAskedAndHow() throws Exception {
    String forged =
        RawHttp.head(
            "GET / HTTP/1.1",
            "Host: shop.test:81",
            "X-Forwarded-For: 9.9.9.9",
            "Forwarded: for=9.9.9.9",
            "X-Forwarded-Proto: https",
            "Connection: close");
    RawHttp.ask(bed.port(), forged);
    assertThat(seen.get().getFirst("Host")).isEqualTo("shop.test:81");
    assertThat(seen.get().get("X-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(seen.get().get("Forwarded"))
        .containsExactly("for=127.0.0.1;host=\"shop.test:81\";proto=http");
    assertThat(seen.get().getFirst("X-forwarded-proto")).isEqualTo("http");
    assertThat(seen.get().getFirst("X-forwarded-host")).isEqualTo("shop.test:81");
    assertThat(seen.get().getFirst("Via")).isEqualTo("1.1 opencop");

    bed.file.write(
        new Routes(
            99,
            true,
            List.of("127.0.0.1"),
            List.of(Bed.app(List.of(Bed.ready("a", echo.port()))))));
    Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.gateway.routes().revision() == 99);
    RawHttp.ask(bed.port(), forged);
    assertThat(seen.get().get("X-forwarded-for")).containsExactly("9.9.9.9, 127.0.0.1");
    assertThat(seen.get().getFirst("X-forwarded-proto")).isEqualTo("https");
    assertThat(seen.get().getFirst("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void aTraceGoesOnAndABrokenOneDoesNot() {
    bed.send(bed.to("/").header("traceparent", TRACE).header("tracestate", "a=b"));
    assertThat(seen.get().get("Traceparent")).containsExactly(TRACE);
    assertThat(seen.get().get("Tracestate")).containsExactly("a=b");
    for (String broken :
        List.of(
            TRACE.toUpperCase(java.util.Locale.ROOT),
            TRACE + "0",
            "ff" + TRACE.substring(2),
            TRACE.replaceAll("-[0-9a-f]{16}-", "-0000000000000000-"))) {
      bed.send(bed.to("/").header("traceparent", broken).header("tracestate", "a=b"));
      assertThat(seen.get()).as(broken).doesNotContainKeys("Traceparent", "Tracestate");
    }
  }

  @Test
  void theNearestHostAndTheLongestPathWin() throws Exception {
    try (JdkApp wild = JdkApp.saying("wild");
        JdkApp exact = JdkApp.saying("exact");
        JdkApp admin = JdkApp.saying("admin")) {
      bed.route(
          app("wild", wild, new Route("*.shop.test", "/")),
          app("exact", exact, new Route("www.shop.test", "/"), new Route(null, "/open")),
          app("admin", admin, new Route("www.shop.test", "/admin"), new Route(null, "/admin")));
      assertThat(said("a.b.shop.test", "/")).isEqualTo("wild");
      assertThat(said("WWW.shop.test.:8000", "/")).isEqualTo("exact");
      assertThat(said("www.shop.test", "/admin")).isEqualTo("admin");
      assertThat(said("www.shop.test", "/admin/x?y")).isEqualTo("admin");
      assertThat(said("www.shop.test", "/administrator")).isEqualTo("exact");
      assertThat(said("other.test", "/open/a/../b")).isEqualTo("exact");
      for (String hidden : List.of("/open/../admin", "/open/%2e%2E/admin", "/open%2f..%2fadmin")) {
        assertThat(said("other.test", hidden)).as(hidden).isEqualTo("admin");
      }
      assertThat(RawHttp.get(bed.port(), "other.test", "/").status()).isEqualTo(404);
      assertThat(RawHttp.get(bed.port(), "other.test", "/../x").status()).isEqualTo(400);
      assertThat(said("www.shop.test", "http://www.shop.test/admin")).isEqualTo("admin");
      assertThat(RawHttp.get(bed.port(), "www.shop.test", "http://evil.test/").status())
          .isEqualTo(400);
    }
  }

  private static AppRoutes app(String name, JdkApp app, Route... routes) {
    return new AppRoutes(name, List.of(routes), List.of(Bed.ready(name, app.port())));
  }

  private String said(String host, String path) throws IOException {
    return RawHttp.get(bed.port(), host, path).body();
  }

  @Test
  void whatTheGatewayRefusesItExplainsInTheReadersLanguage() {
    bed.route(new AppRoutes("shop", List.of(new Route("shop.test", "/")), List.of()));
    HttpResponse<String> korean =
        bed.send(bed.to("/x").header("accept-language", "ko").header("accept", "application/json"));
    assertThat(korean.statusCode()).isEqualTo(404);
    assertThat(korean.body()).contains("COP-3301").contains("앱이 없습니다");
    assertThat(korean.headers().firstValue("content-type")).hasValue("application/problem+json");
    HttpResponse<String> english =
        bed.send(bed.to("/x").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000])));
    assertThat(english.statusCode()).isEqualTo(404);
    assertThat(english.body()).startsWith("COP-3301 No app takes requests");
  }

  @Test
  void http2ArrivesInTheClear() {
    var h2 =
        bed.vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
      boolean body = method.equals(HttpMethod.POST);
      var answer =
          h2.request(
                  new RequestOptions()
                      .setMethod(method)
                      .setHost("127.0.0.1")
                      .setPort(bed.port())
                      .setURI("/two")
                      .addHeader("cookie", "a=1")
                      .addHeader("cookie", "b=2"))
              .compose(r -> body ? r.send("body") : r.send())
              .compose(r -> r.body().map(b -> java.util.Map.entry(r, b.toString())))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      HttpClientResponse head = answer.getKey();
      assertThat(head.version()).isEqualTo(HttpVersion.HTTP_2);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.getHeader("x-method")).isEqualTo(method.name());
      assertThat(answer.getValue()).isEqualTo(body ? "body" : "");
      assertThat(seen.get().get("Cookie")).containsExactly("a=1; b=2");
      assertThat(seen.get()).doesNotContainKey("Transfer-encoding");
      assertThat(seen.get().getFirst("Host")).isEqualTo("127.0.0.1:" + bed.port());
    }
  }

  @Test
  void aClientThatAsksFirstIsToldToGoOn() throws Exception {
    HttpResponse<String> answer =
        bed.client.send(
            bed.to("/").expectContinue(true).POST(HttpRequest.BodyPublishers.ofString("x")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("x");
  }

  @Test
  void answersWithoutABodyHaveNone() throws Exception {
    for (int status : new int[] {204, 304}) {
      try (JdkApp app =
          new JdkApp(exchange -> {
            try (InputStream in = exchange.getRequestBody()) {
              in.readAllBytes();
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          })) {
        bed.route(Bed.ready("s" + status, app.port()));
        String once = RawHttp.head("GET / HTTP/1.1", "Host: a");
        String last = RawHttp.head("GET / HTTP/1.1", "Host: a", "Connection: close");
        String all = RawHttp.text(bed.port(), once + last);
        assertThat(all.split("HTTP/1.1 " + status, -1)).hasSize(3);
        assertThat(all).doesNotContain("chunked");
      }
    }
  }
}
