package io.opencop.sessions.tomcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.manager.AttributeCodec;
import io.opencop.sessions.manager.ClassFilter;
import io.opencop.sessions.manager.SessionChange;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.Sessions;
import io.opencop.sessions.manager.Stored;
import io.opencop.sessions.tomcat.Instance.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real Tomcats and three real grid members, each a process of its own. */
class ClusteredSessionsTest {
  @TempDir static Path folder;

  private static TestGrid grid;
  private static Instance a;
  private static Instance b;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() throws IOException {
    grid = new TestGrid(folder.resolve("grid"), 3);
    a = new Instance(folder.resolve("a"), grid.grid.access());
    b = new Instance(folder.resolve("b"), grid.grid.access());
    grid.awaitWhole();
    a.ready();
    b.ready();
  }

  @AfterAll
  static void stop() {
    a.close();
    b.close();
    grid.close();
  }

  @Test
  @Tag("essential")
  void whoLogsInOnOneInstanceIsLoggedInOnTheOther() {
    browser.text(a, "/login?v=kim");
    assertThat(browser.text(b, "/get?k=user")).isEqualTo("kim");
    assertThat(browser.text(b, "/remove?k=user")).isEqualTo("removed");
    assertThat(browser.text(a, "/get?k=user")).isEqualTo("null");
  }

  @Test
  @Tag("essential")
  void aKilledInstanceTakesNothingWithIt() throws Exception {
    try (Instance doomed = new Instance(folder.resolve("doomed"), grid.grid.access())) {
      doomed.ready();
      browser.text(doomed, "/login?v=lee");
      for (int i = 0; i < 20; i++) {
        browser.text(doomed, "/set?k=n" + i + "&v=" + i);
      }
      doomed.kill();
      assertThat(browser.text(b, "/get?k=user")).isEqualTo("lee");
      for (int i = 0; i < 20; i++) {
        assertThat(browser.text(i % 2 == 0 ? a : b, "/get?k=n" + i)).isEqualTo("" + i);
      }
    }
  }

  @Test
  void aKilledGridMemberTakesNothingWithIt() {
    Map<String, String> acknowledged = new HashMap<>();
    browser.text(a, "/login?v=park");
    for (int i = 0; i < 40; i++) {
      if (i == 10) {
        grid.kill("grid-2");
      }
      HttpResponse<String> response = browser.ask(i % 2 == 0 ? a : b, "/set?k=m" + i + "&v=" + i);
      if (response.statusCode() == 200) {
        acknowledged.put("m" + i, "" + i);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(30);
    acknowledged.forEach((k, v) -> assertThat(browser.text(a, "/get?k=" + k)).isEqualTo(v));
    grid.grid.ensure();
    grid.awaitWhole();
    acknowledged.forEach((k, v) -> assertThat(browser.text(b, "/get?k=" + k)).isEqualTo(v));
  }

  @Test
  @Tag("essential")
  void concurrentRequestsThatChangeDifferentAttributesBothWin() {
    browser.text(a, "/login?v=choi");
    for (int round = 0; round < 5; round++) {
      var slow = browser.begin(a, "/set?nap=150&k=slow" + round + "&v=1");
      var slowSame = browser.begin(a, "/add?nap=150&v=item" + round);
      browser.text(b, "/set?k=quick" + round + "&v=2");
      assertThat(slow.join().statusCode()).isEqualTo(200);
      assertThat(slowSame.join().statusCode()).isEqualTo(200);
    }
    for (int round = 0; round < 5; round++) {
      assertThat(browser.text(b, "/get?k=slow" + round)).isEqualTo("1");
      assertThat(browser.text(a, "/get?k=quick" + round)).isEqualTo("2");
    }
    assertThat(browser.text(b, "/get?k=basket")).isEqualTo("[item0, item1, item2, item3, item4]");
  }

  @Test
  void anObjectChangedInPlaceIsNoticedAndOneOnlyLookedAtIsNot() {
    browser.text(a, "/login?v=jung");
    for (int i = 0; i < 20; i++) {
      browser.text(i % 2 == 0 ? a : b, "/add?v=x" + i);
    }
    // Looks at the basket, with its hash table, while another instance changes it.
    CompletableFuture<HttpResponse<String>> looking = browser.begin(a, "/look?nap=300");
    await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    browser.text(b, "/add?v=last");
    assertThat(looking.join().statusCode()).isEqualTo(200);
    assertThat(browser.text(a, "/get?k=basket")).contains("x0").contains("x19").endsWith("last]");
  }

  @Test
  @Tag("essential")
  void aResponseThatIsFlushedEarlyHasBeenStoredBefore() throws Exception {
    browser.text(a, "/login?v=han");
    HttpResponse<InputStream> response = browser.stream(a, "/early?nap=2000&k=early&v=yes");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(browser.text(b, "/get?k=early")).isEqualTo("yes");
    assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8)).contains("late");
  }

  @Test
  void whatAnAsynchronousRequestSetsIsThereWhenItsResponseIs() {
    browser.text(a, "/login?v=seo");
    for (int i = 0; i < 10; i++) {
      browser.text(a, "/async?k=async" + i + "&v=" + i);
      assertThat(browser.text(b, "/get?k=async" + i)).isEqualTo("" + i);
    }
  }

  @Test
  void theIdBeforeTheLogInIsWorthNothingAfterIt() {
    browser.text(a, "/set?k=before&v=1");
    String before = browser.cookie;
    browser.text(b, "/login?v=oh");
    assertThat(browser.cookie).isNotEqualTo(before);
    assertThat(browser.text(a, "/get?k=before")).isEqualTo("1");
    Browser attacker = new Browser();
    attacker.cookie = before;
    assertThat(attacker.text(a, "/peek?k=user")).isEqualTo("none");
    attacker.cookie = "0123456789ABCDEF0123456789ABCDEF";
    assertThat(attacker.text(a, "/get?k=user")).isEqualTo("null");
    assertThat(attacker.cookie).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
  }

  @Test
  @Tag("essential")
  void aFormLogInMayMeetAnotherInstanceAtEveryStep() {
    assertThat(browser.ask(a, "/mine/page?v=1").statusCode()).isEqualTo(200);
    String before = browser.cookie;
    HttpResponse<String> in =
        browser.post(b, "/j_security_check", "j_username=kim&j_password=secret");
    assertThat(in.statusCode()).isIn(302, 303);
    assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/mine/page?v=1");
    assertThat(browser.cookie).isNotEqualTo(before);
    assertThat(browser.text(a, "/mine/page?v=1")).isEqualTo("GET kim true 1");
    assertThat(browser.text(b, "/mine/page?v=2")).isEqualTo("GET kim true 2");
    Browser attacker = new Browser();
    attacker.cookie = before;
    assertThat(attacker.text(b, "/mine/page?v=3")).doesNotContain("kim");
  }

  @Test
  void aFormSentBeforeTheLogInArrivesAfterItOnAnotherInstance() {
    assertThat(browser.post(a, "/mine/page", "v=kept").body()).doesNotContain("kept");
    assertThat(browser.post(b, "/j_security_check", "j_username=kim&j_password=wrong").body())
        .doesNotContain("kept");
    browser.post(a, "/j_security_check", "j_username=kim&j_password=secret");
    assertThat(browser.text(b, "/mine/page")).isEqualTo("POST kim true kept");
  }

  @Test
  void cookiesOfOldAndForgedOnesAreWorthNothing() {
    browser.text(a, "/login?v=bae");
    String stolen = browser.cookie;
    browser.text(b, "/logout");
    for (String cookie :
        List.of(
            stolen,
            stolen.toLowerCase(Locale.ROOT),
            stolen + ".a",
            "!sweep:test",
            "../" + stolen,
            "test:" + stolen,
            "%00",
            "x".repeat(5000))) {
      for (Instance instance : List.of(a, b)) {
        Browser attacker = new Browser();
        attacker.cookie = cookie;
        assertThat(attacker.text(instance, "/peek?k=user")).as(cookie).isEqualTo("none");
        assertThat(attacker.text(instance, "/set?k=user&v=me")).isEqualTo("set");
        assertThat(attacker.cookie).as(cookie).isNotEqualTo(cookie);
      }
    }
  }

  @Test
  void aLogOutOnOneInstanceWinsOverARequestOnTheOther() {
    browser.text(a, "/login?v=shin");
    var slow = browser.begin(a, "/set?nap=400&k=slow&v=1");
    await().pollDelay(Duration.ofMillis(150)).until(() -> true);
    assertThat(browser.text(b, "/logout")).isEqualTo("bye");
    slow.join();
    assertThat(browser.text(a, "/peek?k=slow")).isEqualTo("none");
    assertThat(browser.text(b, "/peek?k=slow")).isEqualTo("none");
  }

  @Test
  @Tag("essential")
  void aSessionNobodyUsesEndsOnceInTheCluster() {
    int before = destroyed(a) + destroyed(b);
    for (int i = 0; i < 10; i++) {
      Browser one = new Browser();
      one.text(i % 2 == 0 ? a : b, "/short");
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> destroyed(a) + destroyed(b) - before >= 10);
    await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
    assertThat(destroyed(a) + destroyed(b) - before).isEqualTo(10);
  }

  private static int destroyed(Instance instance) {
    return Integer.parseInt(new Browser().text(instance, "/counts").split(" ", 2)[1]);
  }

  @Test
  void aHostileObjectInTheGridIsNotReadAndIsNamed() throws Exception {
    browser.text(a, "/login?v=moon");
    Path mark = folder.resolve("mark");
    var careless =
        new AttributeCodec(
            new ClassFilter(List.of("**", Hostile.class.getName()), c -> true),
            Hostile.class::getClassLoader,
            10_000);
    try (Sessions sessions =
        new Sessions(
            SessionSettings.of(
                grid.grid.access().servers(), "opencop", grid.grid.access().password(), "test"))) {
      Stored stored = sessions.load(browser.cookie).orElseThrow();
      sessions.save(
          stored,
          new SessionChange(
              stored.state().header(),
              false,
              Map.of("trap", careless.encode("trap", new Hostile(mark))),
              Set.of()));
    }
    assertThat(browser.ask(b, "/get?k=trap").statusCode()).isEqualTo(500);
    assertThat(mark).doesNotExist();
    assertThat(b.log()).contains("COP-3405").contains("trap").contains(Hostile.class.getName());
    assertThat(browser.text(b, "/get?k=user")).isEqualTo("moon");
  }

  @Test
  void whatCannotBeStoredIsNamedWithItsKeyAndClass() throws Exception {
    browser.text(a, "/login?v=yoon");
    assertThat(browser.ask(a, "/large").statusCode()).isEqualTo(500);
    assertThat(browser.ask(a, "/thread").statusCode()).isEqualTo(500);
    assertThat(browser.ask(a, "/foreign?v=" + folder.resolve("m")).statusCode()).isEqualTo(500);
    assertThat(a.log())
        .contains("COP-3404 Session attribute huge of class [B")
        .contains("COP-3403 Session attribute hidden")
        .contains("java.lang.Thread is not Serializable")
        .contains("COP-3405 Session attribute foreign: class " + Hostile.class.getName());
    assertThat(browser.text(b, "/get?k=user")).isEqualTo("yoon");
    assertThat(Files.exists(folder.resolve("m"))).isFalse();
  }
}
