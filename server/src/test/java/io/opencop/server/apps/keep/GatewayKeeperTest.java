package io.opencop.server.apps.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.message.Notice;
import io.opencop.server.apps.OwnProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real gateway process, kept running by a platform that may come and go. */
class GatewayKeeperTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<Notice> said = new CopyOnWriteArrayList<>();
  private GatewayKeeper keeper;

  @AfterEach
  void end() {
    if (keeper != null) {
      keeper.stop();
    }
  }

  @Test
  void thereIsNoneBeforeSomebodyWantsOne() throws Exception {
    keeper = keeper("127.0.0.1:0");
    Thread.sleep(500);
    assertThat(keeper.state().phase()).isEqualTo("idle");
    keeper.want();
    awaitRunning();
    assertThat(ask()).isEqualTo(404);
    assertThat(said).extracting(Notice::message).containsExactly(KeeperMessage.GATEWAY_AT);
  }

  @Test
  void oneThatIsKilledIsReplacedAndOneThatRunsIsAdopted() throws Exception {
    keeper = keeper("127.0.0.1:0");
    keeper.want();
    awaitRunning();
    long first = keeper.state().pid();
    keeper.close();
    assertThat(ask()).isEqualTo(404);

    keeper = keeper("127.0.0.1:0");
    awaitRunning();
    assertThat(keeper.state().pid()).isEqualTo(first);
    assertThat(keeper.state().restarts()).isZero();
    keeper.want();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().atMost(PATIENCE).until(() -> keeper.state().restarts() == 1);
    awaitRunning();
    assertThat(keeper.state().pid()).isNotEqualTo(first);
    assertThat(ask()).isEqualTo(404);

    long last = keeper.state().pid();
    keeper.stop();
    assertThat(ProcessHandle.of(last).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void aTakenPortIsNamedWithItsHolderAndTriedAgain() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = taken.getLocalPort();
      keeper = keeper("127.0.0.1:" + port);
      keeper.want();
      await().atMost(PATIENCE).until(() -> keeper.state().problem() != null);
      Notice problem = keeper.state().problem();
      assertThat(problem.message()).isEqualTo(KeeperMessage.GATEWAY_PORT_TAKEN);
      assertThat(problem.values().get("holder").en())
          .contains("pid " + ProcessHandle.current().pid());
    }
    awaitRunning();
    assertThat(keeper.url()).hasValue("http://127.0.0.1:" + port);
    assertThat(keeper.state().problem()).isNull();
  }

  @Test
  void oneThatWasToldOtherwiseIsReplaced() throws Exception {
    keeper = keeper("127.0.0.1:0");
    keeper.want();
    awaitRunning();
    long first = keeper.state().pid();
    keeper.close();
    keeper = keeper("localhost:0");
    keeper.want();
    await().atMost(PATIENCE).until(() -> keeper.url().orElse("").contains("localhost"));
    assertThat(keeper.state().pid()).isNotEqualTo(first);
  }

  private GatewayKeeper keeper(String listen) {
    OwnProgram program =
        new OwnProgram(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"),
            System.getProperty("java.class.path"),
            GatewayTestMain.class.getName());
    return new GatewayKeeper(
        new GatewayPlan(program, folder, listen, Optional.empty(), Optional.empty(), "", ""),
        said::add);
  }

  private void awaitRunning() {
    await().atMost(PATIENCE).until(() -> keeper.state().phase().equals("running"));
  }

  private int ask() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(keeper.url().orElseThrow() + "/")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
