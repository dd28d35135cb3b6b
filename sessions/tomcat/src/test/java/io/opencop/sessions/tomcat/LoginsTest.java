package io.opencop.sessions.tomcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.manager.SessionControl;
import io.opencop.sessions.manager.SessionControl.Seen;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.tomcat.Instance.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is logged in where: each policy on two real Tomcats, and the operator's view of it. */
class LoginsTest {
  @TempDir static Path folder;

  private static TestGrid grid;
  private static SessionControl control;
  private static final List<Instance> ALL = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    grid = new TestGrid(folder.resolve("grid"), 1);
    for (String words : List.of("WAIT,REFUSE_NEW", "WAIT,END_OLD")) {
      for (String name : List.of("a", "b")) {
        ALL.add(new Instance(folder.resolve(words + name), grid.grid.access(), words, 30));
      }
    }
    grid.awaitWhole();
    for (Instance one : ALL) {
      one.ready();
    }
    control =
        new SessionControl(
            SessionSettings.of(
                grid.grid.access().servers(), "opencop", grid.grid.access().password(), "any"));
  }

  @AfterAll
  static void stop() {
    control.close();
    ALL.forEach(Instance::close);
    grid.close();
  }

  private static Instance refusing(int n) {
    return ALL.get(n % 2);
  }

  private static Instance ending(int n) {
    return ALL.get(2 + n % 2);
  }

  @Test
  void ofTwoLogInsAtOnceOnTwoInstancesExactlyOneWins() {
    for (int round = 0; round < 20; round++) {
      String user = "racer-" + round;
      List<CompletableFuture<HttpResponse<String>>> both =
          Stream.of(0, 1).map(n -> new Browser().begin(refusing(n), "/login?v=" + user)).toList();
      assertThat(both.stream().map(f -> f.join().statusCode())).containsExactlyInAnyOrder(200, 409);
      assertThat(control.ofUser("test", control.pseudonym(user))).hasSize(1);
    }
  }

  @Test
  void whoIsRefusedIsToldWhyInBothLanguagesAndIsNotLoggedIn() {
    Browser first = new Browser();
    Browser second = new Browser();
    second.text(refusing(0), "/set?k=basket-of&v=anonymous");
    first.text(refusing(0), "/login?v=shin");
    HttpResponse<String> refused = second.ask(refusing(1), "/login?v=shin");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("COP-3470").contains("signed in").contains("로그인");
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    for (int n = 0; n < 2; n++) {
      assertThat(second.text(refusing(n), "/peek?k=user")).isEqualTo("null");
      assertThat(second.text(refusing(n), "/peek?k=basket-of")).isEqualTo("anonymous");
      assertThat(first.text(refusing(n), "/peek?k=user")).isEqualTo("shin");
    }
    first.text(refusing(1), "/logout");
    assertThat(second.text(refusing(1), "/login?v=shin")).isEqualTo("hello");
  }

  @Test
  void theContainersOwnLogInIsOneToo() {
    Browser first = new Browser();
    Browser second = new Browser();
    assertThat(first.text(refusing(0), "/enter?v=kim")).isEqualTo("entered");
    assertThat(first.text(refusing(1), "/who")).isEqualTo("kim");
    assertThat(second.ask(refusing(1), "/enter?v=kim").statusCode()).isEqualTo(409);
    assertThat(second.text(refusing(1), "/who")).isEqualTo("null");
    assertThat(first.text(refusing(0), "/leave")).isEqualTo("left");
    assertThat(second.text(refusing(0), "/enter?v=kim")).isEqualTo("entered");
  }

  @Test
  void aSecondLogInEndsTheFirstWhereThatIsThePolicy() {
    Browser last = null;
    List<Browser> older = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      last = new Browser();
      assertThat(last.text(ending(n), "/login?v=moon")).isEqualTo("hello");
      older.forEach(b -> {
        assertThat(b.text(ending(0), "/peek?k=user")).isEqualTo("none");
        assertThat(b.text(ending(1), "/peek?k=user")).isEqualTo("none");
      });
      older.add(last);
    }
    assertThat(last.text(ending(0), "/peek?k=user")).isEqualTo("moon");
    for (int round = 0; round < 10; round++) {
      List<Browser> both = List.of(new Browser(), new Browser());
      Stream.of(0, 1)
          .map(n -> both.get(n).begin(ending(n), "/login?v=moon"))
          .toList()
          .forEach(CompletableFuture::join);
      assertThat(both.stream().map(b -> b.text(ending(0), "/peek?k=user")))
          .containsExactlyInAnyOrder("moon", "none");
    }
  }

  @Test
  void anOperatorFindsAndEndsSessionsAndListenersAreToldOnce() {
    int told = destroyed();
    Browser one = new Browser();
    one.text(refusing(0), "/login?v=park");
    String pseudonym = control.pseudonym("park");
    List<Seen> seen = control.ofUser("test", pseudonym);
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().toString()).doesNotContain("park").doesNotContain(one.cookie);
    assertThat(control.ofId("test", seen.getFirst().shown())).isEqualTo(seen);
    // A request that is under way when its session is ended must not bring it back.
    var slow = one.begin(refusing(1), "/set?nap=600&k=late&v=1");
    await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    assertThat(control.endId("test", seen.getFirst().shown())).isEqualTo(1);
    assertThat(one.text(refusing(0), "/peek?k=user")).isEqualTo("none");
    slow.join();
    assertThat(one.text(refusing(0), "/peek?k=late")).isEqualTo("none");
    assertThat(control.ofUser("test", pseudonym)).isEmpty();
    await().atMost(Duration.ofMinutes(1)).until(() -> destroyed() > told);
    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    assertThat(destroyed() - told).isEqualTo(1);
    one.text(refusing(1), "/login?v=park");
    assertThat(control.endUser("test", pseudonym)).isEqualTo(1);
    assertThat(one.text(refusing(0), "/peek?k=user")).isEqualTo("none");
  }

  private static int destroyed() {
    return ALL.stream()
        .mapToInt(i -> Integer.parseInt(new Browser().text(i, "/counts").split(" ", 2)[1]))
        .sum();
  }

  @Test
  void figuresOfEveryInstanceAndOfAllSessionsAreInTheGrid() {
    Browser one = new Browser();
    one.text(ending(0), "/login?v=oh");
    for (int i = 0; i < 40; i++) {
      one.text(ending(i), "/add?v=x" + i);
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> {
          List<InstanceRecord> said = control.published().instances();
          return said.size() == 4 && group() != null && group().users() > 0;
        });
    for (InstanceRecord said : control.published().instances()) {
      assertThat(said.app()).isEqualTo("test");
      assertThat(said.degraded()).isEmpty();
    }
    assertThat(
            control.published().instances().stream()
                .mapToLong(i -> i.total(InstanceRecord.Total.CREATED))
                .sum())
        .isPositive();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            control.published().instances().stream().anyMatch(i -> i.activeSessions() > 0)
                && group().heaviest().stream().anyMatch(w -> w.key().equals("basket")));
    assertThat(group().heaviest())
        .anySatisfy(w -> {
          assertThat(w.key()).isEqualTo("basket");
          assertThat(w.type()).isEqualTo(Basket.class.getName());
          assertThat(w.bytes()).isPositive();
        });
    assertThat(group().signedIn()).isGreaterThanOrEqualTo(group().users());
    assertThat(group().size().percentile(0.5)).isBetween(50.0, 5_000.0);
  }

  private static GroupRecord group() {
    return control.published().groups().stream()
        .filter(g -> g.group().equals("test"))
        .findFirst()
        .orElse(null);
  }
}
