package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.cli.client.RunningPlatform;
import io.opencop.cli.client.RunningPlatforms;
import io.opencop.model.message.Lang;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is no OpenCOP listens on loopback and writes down what it is sent. */
class TokenGoesHomeTest {
  @TempDir Path home;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String url;
  private String answer = "{\"status\":404,\"error\":\"Not Found\"}";

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(404, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aLoopbackPortOfSomebodyElseGetsNoToken() {
    try (RealPlatform platform = new RealPlatform(home)) {
      assertThat(platform.token()).isNotBlank();
      TestTerminal flag = new TestTerminal(home);
      assertThat(Cop.run(flag.in(Lang.EN), "health", "--url", url)).isEqualTo(1);
      assertThat(flag.err()).contains("COP-2004", url, "COP_TOKEN", "cop doctor");
      TestTerminal variable = new TestTerminal(home).with("COP_URL", url);
      assertThat(Cop.run(variable.in(Lang.KO), "get", "services")).isEqualTo(1);
      assertThat(variable.err()).contains("COP-2004", "다른 곳으로 보내지 않습니다");
    }
    assertThat(sent).isEmpty();
    server.stop(0);
    TestTerminal gone = new TestTerminal(home);
    assertThat(Cop.run(gone.in(Lang.EN), "health", "--url", url)).isEqualTo(1);
    assertThat(gone.err()).contains("COP-2002", "connection refused");
  }

  @Test
  void anEntryOfADeadProcessIsIgnoredAndRemoved() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path entry = entry(dead.pid(), Instant.now());
    refusedWithoutSending();
    assertThat(entry).doesNotExist();
  }

  @Test
  void aProcessIdThatWasGivenOutAgainIsNotThePlatform() throws Exception {
    Path entry = entry(ProcessHandle.current().pid(), Instant.parse("2001-01-01T00:00:00Z"));
    refusedWithoutSending();
    assertThat(entry).doesNotExist();
  }

  @Test
  void aPlatformThatDoesNotListenThereAnyMoreIsNotSentItsTokenEither() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Path entry = entry(other.pid(), other.info().startInstant().orElseThrow());
      refusedWithoutSending();
      assertThat(entry).exists();
      TestTerminal plain = new TestTerminal(home);
      assertThat(Cop.run(plain.in(Lang.EN), "health")).isEqualTo(1);
      assertThat(plain.err()).contains("COP-2004");
      assertThat(sent).isEmpty();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whatIsNoOpenCopIsSaidInASentence() {
    for (String body : List.of(answer, "", "<html>404</html>", "\"text\"")) {
      answer = body;
      TestTerminal terminal = new TestTerminal(home).with("COP_TOKEN", "mine");
      assertThat(Cop.run(terminal.in(Lang.EN), "health", "--url", url)).isEqualTo(1);
      assertThat(terminal.err())
          .contains("COP-2005", "HTTP 404", "not as an OpenCOP platform does", "--url")
          .doesNotContain("Exception");
    }
    assertThat(sent).containsOnly("Bearer mine");
    for (String wrong : List.of("127.0.0.1:4900", "localhost:4900", "ftp://x", "http://", "a b")) {
      TestTerminal terminal = new TestTerminal(home).with("COP_TOKEN", "mine");
      assertThat(Cop.run(terminal.in(Lang.KO), "health", "--url", wrong)).isEqualTo(1);
      assertThat(terminal.err()).contains("COP-2015", wrong, "http://127.0.0.1:4900");
    }
  }

  private void refusedWithoutSending() {
    TestTerminal terminal = new TestTerminal(home);
    assertThat(Cop.run(terminal.in(Lang.EN), "health", "--url", url)).isEqualTo(1);
    assertThat(terminal.err()).contains("COP-2004");
    assertThat(sent).isEmpty();
  }

  /** As a platform of this user would have written it, with its token beside the data. */
  private Path entry(long pid, Instant started) throws Exception {
    int port = server.getAddress().getPort();
    Path data = Files.createDirectories(home.resolve("gone"));
    Files.writeString(data.resolve(RunningPlatform.ADMIN_TOKEN), "secret-of-this-machine");
    new RunningPlatforms(new TestTerminal(home).in(Lang.EN))
        .add(new RunningPlatform(url, port, data, pid, started));
    return home.resolve(".opencop/running").resolve(pid + "-" + port + ".json");
  }
}
