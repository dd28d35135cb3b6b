package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HTTP/2 says with lengths what HTTP/1.1 says with line feeds: nothing of a request that would be
 * another one there reaches an application.
 */
class DowngradeTest {
  private static final List<String> GET =
      List.of(":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/");
  private static final AtomicInteger REACHED = new AtomicInteger();

  @TempDir static Path folder;
  private static Bed bed;
  private static JdkApp app;

  @BeforeAll
  static void start() {
    app =
        new JdkApp(exchange -> {
          exchange.getRequestBody().readAllBytes();
          REACHED.incrementAndGet();
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

  private static Stream<List<String>> attempts() {
    return Stream.of(
        // Pseudo-header fields: each once, before all others, none unknown (RFC 9113, 8.3).
        List.of(":scheme", "http", ":authority", "a", ":path", "/"),
        List.of(":method", "GET", ":scheme", "http", ":authority", "a"),
        List.of(":method", "GET", ":authority", "a", ":path", "/"),
        with(":path", "/smuggled"),
        with(":method", "POST"),
        with(":authority", "b"),
        with(":status", "200"),
        with(":evil", "1"),
        List.of(":method", "GET", ":scheme", "http", "x", "1", ":authority", "a", ":path", "/"),
        but(":path", ""),
        but(":path", "nowhere"),
        but(":path", "*"),
        but(":path", "/ HTTP/1.1\r\nHost: b\r\n\r\nGET /smuggled"),
        but(":path", "/ a"),
        but(":path", "/\nX: 1"),
        but(":path", "/\u0000"),
        but(":method", "GET / HTTP/1.1\r\nX:"),
        but(":method", "G T"),
        but(":method", ""),
        but(":method", "CONNECT"),
        but(":authority", "a\r\nX: 1"),
        but(":authority", "a b"),
        but(":authority", "a/b"),
        but(":authority", ""),
        // Fields.
        with("x", "1\r\nTransfer-Encoding: chunked"),
        with("x", "1\nTransfer-Encoding: chunked"),
        with("x", "1\rTransfer-Encoding: chunked"),
        with("x", "1\u0000"),
        with("cookie", "a=b\r\nX: 1"),
        with("x\r\nTransfer-Encoding", "chunked"),
        with("x:y", "1"),
        with("x y", "1"),
        with("", "1"),
        with("X-Upper", "1"),
        // What concerns one connection only has no place here (8.2.2).
        with("connection", "close"),
        with("connection", "x"),
        with("transfer-encoding", "chunked"),
        with("keep-alive", "timeout=5"),
        with("proxy-connection", "keep-alive"),
        with("upgrade", "h2c"),
        with("te", "gzip"),
        with("te", "trailers, gzip"),
        // How long it is.
        with("content-length", "5"),
        with("content-length", "-1"),
        with("content-length", "+0"),
        with("content-length", "0", "content-length", "44"),
        with("host", "a", "host", "b"),
        with("host", "b"));
  }

  private static List<String> with(String... more) {
    List<String> all = new ArrayList<>(GET);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> but(String name, String value) {
    List<String> all = new ArrayList<>(GET);
    all.set(all.indexOf(name) + 1, value);
    return all;
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void noneOfThemGoesOn(List<String> fields) throws Exception {
    int before = REACHED.get();
    // Answered with an error, reset or closed: all the same, as long as it ends here.
    assertThat(RawHttp2.ask(bed.port(), fields)).isNotNull();
    assertThat(REACHED).hasValue(before);
  }

  @Test
  void aBodyIsAsLongAsItSays() throws Exception {
    List<String> post = but(":method", "POST");
    int before = REACHED.get();
    assertThat(RawHttp2.ask(bed.port(), longer(post, "3"), "hello"))
        .isNotEqualTo(RawHttp2.End.ANSWERED);
    assertThat(RawHttp2.ask(bed.port(), longer(post, "9"), "hello"))
        .isNotEqualTo(RawHttp2.End.ANSWERED);
    assertThat(REACHED).hasValue(before);
    assertThat(RawHttp2.ask(bed.port(), longer(post, "5"), "hello"))
        .isEqualTo(RawHttp2.End.ANSWERED);
    assertThat(REACHED).hasValue(before + 1);
  }

  private static List<String> longer(List<String> fields, String length) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(List.of("content-length", length));
    return all;
  }

  /** The same tool gets through with what is right: else the above would prove nothing. */
  @Test
  void whatIsRightGoesOn() throws Exception {
    int before = REACHED.get();
    for (List<String> fine :
        List.of(
            GET,
            with("te", "trailers"),
            with("host", "a"),
            with("cookie", "a=b", "cookie", "c=d"),
            // The same length twice in one field may be made one (RFC 9110, 8.6), and is.
            with("content-length", "0, 0"))) {
      assertThat(RawHttp2.ask(bed.port(), fine)).isEqualTo(RawHttp2.End.ANSWERED);
    }
    assertThat(REACHED).hasValue(before + 5);
  }
}
