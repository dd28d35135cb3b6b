package io.opencop.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.dist.packaged.Packaged.Said;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs beside the platform, as processes of the packed program: gateway, grid, instances. */
class BesidePackagedTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern GATEWAY =
      Pattern.compile("gateway takes requests for the apps at (http\\S+)");

  @TempDir Path parent;
  private Packaged packaged;
  private Process up;

  @AfterEach
  void leaveNothingBehind() {
    if (up != null) {
      up.destroyForcibly();
    }
    ours().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void killingThePlatformHarmsNothingAndTellingItToStopEndsEverything() throws Exception {
    packaged = new Packaged(parent, false);
    Path err = start("first");
    apply();
    String url = gateway(err);
    awaitAnswer(url, 200);
    awaitHealth("ready, 1 of 1 members ready");
    List<Long> before = ours().stream().map(ProcessHandle::pid).sorted().toList();

    up.destroyForcibly().waitFor();
    assertThat(ask(url)).isEqualTo(200);
    Path again = start("again");
    assertThat(gateway(again)).isEqualTo(url);
    awaitHealth("ready, 1 of 1 members ready");
    assertThat(ask(url)).isEqualTo(200);
    // A member that only learns how to start may have come or gone.
    assertThat(ours().stream().map(ProcessHandle::pid)).containsAll(before);

    ours().stream()
        .filter(p -> command(p).contains("MemberMain"))
        .forEach(ProcessHandle::destroyForcibly);
    awaitHealth("ready, 1 of 1 members ready, restarted 1 times");

    up.destroy();
    await().atMost(PATIENCE).until(() -> !up.isAlive());
    assertThat(ours()).isEmpty();
  }

  private Path start(String name) throws Exception {
    Path err = parent.resolve(name + ".err");
    up =
        packaged.start(
            parent.resolve(name + ".out"),
            err,
            "up",
            "--small",
            "--port",
            "0",
            "--set",
            "otlp.grpc-port=0",
            "--set",
            "otlp.http-port=0",
            "--set",
            "gateway.listen=127.0.0.1:0");
    await().atMost(PATIENCE).until(() -> Packaged.read(err).contains("Ready in"));
    return err;
  }

  private void apply() throws Exception {
    Path app =
        Files.writeString(
            parent.resolve("app.yaml"),
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: files }
            spec:
              source: { command: [/bin/sh, -c, 'exec python3 -m http.server "$PORT" --bind 127.0.0.1'] }
              sessions: {}
            """);
    Said said = packaged.run("apply", "-f", app.toString());
    assertThat(said.code()).as(said.err()).isZero();
  }

  private String gateway(Path err) {
    Matcher[] found = new Matcher[1];
    await()
        .atMost(PATIENCE)
        .until(() -> {
          found[0] = GATEWAY.matcher(Packaged.read(err));
          return found[0].find();
        });
    return found[0].group(1);
  }

  private void awaitHealth(String text) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> packaged.run("health").out().contains(text));
  }

  private void awaitAnswer(String url, int status) {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> ask(url) == status);
  }

  /** By hand: Java knows no names below localhost, and its client sets Host itself. */
  private static int ask(String url) throws Exception {
    URI uri = URI.create(url);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: files.localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /** Everything this test's platform has started: it has the test's folder on its command line. */
  private List<ProcessHandle> ours() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(p -> p.pid() != up.pid())
        // The member that only learns how to start ends by itself.
        .filter(p -> !command(p).contains("AOTCacheOutput"))
        .filter(p -> command(p).contains(parent.toString()) || work(p))
        .toList();
  }

  private boolean work(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).startsWith(parent);
    } catch (java.io.IOException e) {
      return false;
    }
  }

  /** Java itself gives up on command lines as long as a member's, whose class path has 190 jars. */
  private static String command(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (java.io.IOException e) {
      return process.info().commandLine().orElse("");
    }
  }
}
