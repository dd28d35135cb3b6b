package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two programs could read as two different ones reach no application. */
class SmugglingTest {
  private static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final AtomicInteger REACHED = new AtomicInteger();

  @TempDir static Path folder;
  private static Bed bed;
  private static JdkApp app;

  @BeforeAll
  static void start() {
    app =
        new JdkApp(exchange -> {
          exchange.getRequestBody().readAllBytes(); // one that breaks off did not reach it
          if (!exchange.getRequestURI().getPath().equals("/fine")) {
            REACHED.incrementAndGet();
          }
          JdkApp.answer(exchange, 200, "reached");
        });
    bed = new Bed(folder);
    bed.route(Bed.ready("a", app.port()));
  }

  @AfterAll
  static void stop() {
    bed.close();
    app.close();
  }

  private static Stream<String> attempts() {
    return Stream.of(
        post("Host: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 6", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nContent-Length: 0\r\nContent-Length: 44", SECOND),
        post("Host: a\r\nContent-Length: 0, 44", SECOND),
        post("Host: a\r\nContent-Length: +1", "x"),
        post("Host: a\r\nContent-Length: 0x1", "x"),
        post("Host: a\r\nContent-Length: -1", "x"),
        post("Host: a\r\nContent-Length: 99999999999999999999", "x"),
        post("Host: a\r\nContent-Length : 5", "hello"),
        post("Host: a\r\nContent-Length\t: 5", "hello"),
        post("Host: a\r\nTransfer-Encoding : chunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nTransfer-Encoding: xchunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nTransfer-Encoding: chunked, identity", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nTransfer-Encoding: gzip, chunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x", "0\r\n\r\n"),
        post("Host: a\r\nTransfer-Encoding:\u000bchunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nX: 1\rTransfer-Encoding: chunked", "0\r\n\r\n" + SECOND),
        post("Host: a\r\nX\u0000Y: 1", ""),
        post("Host: a\r\nX: a\u0000b", ""),
        post("Host: a\r\nBad Name: 1", ""),
        post("Host: a\r\n: 1", ""),
        post("Host: a\r\nTransfer-Encoding: chunked", "zz\r\n" + SECOND),
        post("Host: a\r\nConnection: Content-Length\r\nContent-Length: 5", "hello"),
        post("Host: a\r\nConnection: close, Host", ""),
        post("X-None: 1", ""),
        post("Host: a\r\nHost: b", ""),
        post("Host: a/b", ""),
        post("Host: a b", ""),
        post("Host:", ""),
        post("Host: a\r\nContent-Length: 5\r\nContent-Length: 5", "hello"),
        post("Host: a\r\nContent-Length: 5, 5", "hello"),
        post("Host: a\r\nContent-Length: 5 5", "hello"),
        post("Host: a\r\nContent-Length: ５", "hello"),
        post("Host: a\r\nContent-Length:", "hello"),
        post("Host: a\r\nContent-Length\u0000: 5", "hello"),
        post("Host: a\nContent-Length: 5", "hello"),
        post("Host: a\r\nX: 1\nTransfer-Encoding: chunked", "0\r\n\r\n" + SECOND),
        "POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\n\n0\r\n\r\n" + SECOND,
        chunked("5\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("5;x\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("5\r\nhello\n0\r\n\r\n" + SECOND),
        chunked("5\r\nhello" + SECOND),
        chunked("5\r\nhelloXX\r\n0\r\n\r\n" + SECOND),
        chunked("-1\r\n\r\n0\r\n\r\n" + SECOND),
        chunked("+5\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("0x5\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("5 5\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("100000005\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("FFFFFFFFFFFFFFFF5\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("\r\nhello\r\n0\r\n\r\n" + SECOND),
        chunked("5\r\nhello\r\n0\r\nX: 1\nY: 2\r\n\r\n" + SECOND),
        "POST / HTTP/1.1\r\n Content-Length: 5\r\nHost: a\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\n X-Folded: 1\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/3.7\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n",
        "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  private static String chunked(String body) {
    return post("Host: a\r\nTransfer-Encoding: chunked", body);
  }

  private static String post(String head, String body) {
    return "POST / HTTP/1.1\r\n" + head + "\r\n\r\n" + body;
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void noneOfThemGoesOn(String request) throws Exception {
    String answer = RawHttp.text(bed.port(), request);
    assertThat(answer).doesNotContain("reached");
    // One answer at most: what came after it in the same packet was not taken for a request.
    assertThat(answer.split("HTTP/[0-9.]+ [0-9]{3} ", -1).length).isLessThanOrEqualTo(2);
    if (!answer.isEmpty()) {
      assertThat(answer).matches("(?s)HTTP/[0-9.]+ (400|501|505) .*");
    }
    assertThat(REACHED).hasValue(0);
  }

  /** The sender may have pipelined more behind it: who knows whose words those are. */
  @Test
  void nothingBehindARefusedRequestIsTakenForOne() throws Exception {
    String doubtful =
        post("Host: a\r\nTransfer-Encoding: gzip, chunked", "0\r\n\r\n" + SECOND.repeat(3));
    for (int i = 0; i < 200; i++) {
      assertThat(RawHttp.text(bed.port(), doubtful)).contains("400").doesNotContain("reached");
    }
    assertThat(bed.get("/fine").body()).isEqualTo("reached");
    assertThat(REACHED).hasValue(0);
  }

  @Test
  void headsHaveABound() throws Exception {
    String long40k = "x".repeat(40_000);
    String field = "GET / HTTP/1.1\r\nHost: a\r\nX: " + long40k + "\r\n\r\n";
    assertThat(RawHttp.text(bed.port(), field))
        .matches("(?s)HTTP/1.[01] 431 .*")
        .contains("COP-3310");
    String line = "GET /" + long40k + " HTTP/1.1\r\nHost: a\r\n\r\n";
    assertThat(RawHttp.text(bed.port(), line))
        .matches("(?s)HTTP/1.[01] 414 .*")
        .contains("COP-3310");
    assertThat(bed.get("/fine").body()).isEqualTo("reached");
  }
}
