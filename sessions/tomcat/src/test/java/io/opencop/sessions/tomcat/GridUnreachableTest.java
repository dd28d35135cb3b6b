package io.opencop.sessions.tomcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.tomcat.Instance.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid of one member that stops answering, and comes back. */
class GridUnreachableTest {
  @TempDir static Path folder;

  private static TestGrid grid;
  private static Instance refusing;
  private static Instance waiting;
  private static Instance local;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() throws IOException {
    grid = new TestGrid(folder.resolve("grid"), 1);
    refusing = new Instance(folder.resolve("refuse"), grid.grid.access(), "REFUSE", 2);
    waiting = new Instance(folder.resolve("wait"), grid.grid.access(), "WAIT", 2);
    local = new Instance(folder.resolve("local"), grid.grid.access(), "LOCAL", 2);
    grid.awaitWhole();
    refusing.ready();
    waiting.ready();
    local.ready();
  }

  @AfterAll
  static void stop() {
    refusing.close();
    waiting.close();
    local.close();
    grid.close();
  }

  @Test
  void everyPolicyDoesWhatItSaysAndNobodyIsLoggedOut() throws Exception {
    browser.text(local, "/login?v=kim");
    String cookie = browser.cookie;
    grid.signal("grid-1", "STOP");
    var late = browser.begin(waiting, "/set?k=late&v=1");
    HttpResponse<String> refused = browser.ask(refusing, "/get?k=user");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(refused.body()).startsWith("COP-3401");

    assertThat(browser.text(local, "/get?k=user")).isEqualTo("kim");
    browser.text(local, "/set?k=meanwhile&v=here");
    assertThat(browser.text(local, "/get?k=meanwhile")).isEqualTo("here");
    Browser stranger = new Browser();
    stranger.cookie = "0123456789ABCDEF0123456789ABCDEF";
    assertThat(stranger.ask(local, "/get?k=user").statusCode()).isEqualTo(503);
    assertThat(late.join().statusCode()).isEqualTo(503);
    await().atMost(Duration.ofSeconds(30)).until(() -> local.log().contains("COP-3402"));

    grid.signal("grid-1", "CONT");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "here".equals(browser.ask(refusing, "/get?k=meanwhile").body()));
    assertThat(browser.text(waiting, "/get?k=user")).isEqualTo("kim");
    assertThat(browser.cookie).isEqualTo(cookie);
  }
}
