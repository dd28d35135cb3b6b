package io.opencop.runtime.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.app.Route;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets the next request. */
class AppTableTest {
  private static final long SECOND = 1_000_000_000L;
  private final Random random = new Random(11);

  private static Upstream endpoint(String id, int release) {
    return new Upstream(id, "127.0.0.1", 1, release, Upstream.State.READY);
  }

  private static AppTable table(RouteTable before, Map<Integer, Integer> weights, Upstream... all) {
    return next(before, weights, all).find("any", "/").app();
  }

  private static RouteTable next(
      RouteTable before, Map<Integer, Integer> weights, Upstream... all) {
    AppRoutes app =
        new AppRoutes(
            "shop", List.of(new Route(null, "/")), List.of(all), weights, false, Limits.DEFAULTS);
    return new RouteTable(new Routes(1, List.of(app)), before);
  }

  private Map<String, Integer> picks(AppTable app, int count, long now) {
    Map<String, Integer> picked = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      picked.merge(app.pick(List.of(), now, random).upstream().id(), 1, Integer::sum);
    }
    return picked;
  }

  @Test
  void allGetTheSameWhereAllAreAlike() {
    AppTable app =
        table(RouteTable.EMPTY, Map.of(), endpoint("a", 1), endpoint("b", 2), endpoint("c", 3));
    assertThat(picks(app, 9000, 0).values()).hasSize(3).allMatch(n -> n > 2500 && n < 3500);
  }

  @Test
  void theBusierOfTwoGetsNothing() {
    AppTable app = table(RouteTable.EMPTY, Map.of(), endpoint("a", 1), endpoint("b", 1));
    app.all().getFirst().begin();
    assertThat(picks(app, 100, 0)).containsOnlyKeys("b");
    app.all().getFirst().end();
    assertThat(picks(app, 100, 0)).containsOnlyKeys("a", "b");
  }

  @Test
  void weightsAreOfReleasesNotOfInstances() {
    AppTable app =
        table(
            RouteTable.EMPTY,
            Map.of(1, 90, 2, 10),
            endpoint("a", 1),
            endpoint("b", 1),
            endpoint("c", 2));
    Map<String, Integer> picked = picks(app, 10_000, 0);
    assertThat(picked.get("c")).isBetween(850, 1150);
    AppTable none =
        table(RouteTable.EMPTY, Map.of(1, 100, 2, 0), endpoint("a", 1), endpoint("c", 2));
    assertThat(picks(none, 1000, 0)).containsOnlyKeys("a");
    // Better an answer of the wrong release than none.
    AppTable only = table(RouteTable.EMPTY, Map.of(1, 100, 2, 0), endpoint("c", 2));
    assertThat(picks(only, 10, 0)).containsOnlyKeys("c");
  }

  @Test
  void anotherIsTriedBeforeTheSame() {
    AppTable app = table(RouteTable.EMPTY, Map.of(), endpoint("a", 1), endpoint("b", 1));
    Target a = app.all().getFirst();
    Target b = app.all().getLast();
    assertThat(app.pick(List.of(a), 0, random)).isSameAs(b);
    assertThat(app.pick(List.of(a, b), 0, random)).isIn(a, b);
    assertThat(table(RouteTable.EMPTY, Map.of()).pick(List.of(), 0, random)).isNull();
  }

  @Test
  void failingOnesAreOutLongerEachTimeAndNeverMoreThanHalf() {
    AppTable app =
        table(
            RouteTable.EMPTY,
            Map.of(),
            endpoint("a", 1),
            endpoint("b", 1),
            endpoint("c", 1),
            endpoint("d", 1));
    List<Target> all = new ArrayList<>(app.all());
    long now = 5;
    app.unreachable(all.get(0), now);
    assertThat(picks(app, 500, now)).doesNotContainKey("a");
    assertThat(picks(app, 500, now + SECOND)).containsKey("a");
    app.unreachable(all.get(0), now + SECOND);
    assertThat(picks(app, 500, now + 2 * SECOND)).doesNotContainKey("a");
    assertThat(picks(app, 500, now + 3 * SECOND)).containsKey("a");
    for (int i = 0; i < Ejection.ERRORS; i++) {
      assertThat(picks(app, 500, now)).containsKey("b");
      app.failed(all.get(1), now);
    }
    assertThat(picks(app, 500, now)).containsOnlyKeys("c", "d");
    app.unreachable(all.get(2), now);
    assertThat(picks(app, 500, now)).containsOnlyKeys("c", "d");
  }

  @Test
  void oneSuccessMakesAsGoodAsNew() {
    AppTable app = table(RouteTable.EMPTY, Map.of(), endpoint("a", 1), endpoint("b", 1));
    Target a = app.all().getFirst();
    for (int round = 0; round < 10; round++) {
      for (int i = 1; i < Ejection.ERRORS; i++) {
        app.failed(a, 5);
      }
      app.succeeded(a);
    }
    assertThat(picks(app, 100, 5)).containsKey("a");
  }

  @Test
  void newRoutesKeepWhatIsKnown() {
    RouteTable first = next(RouteTable.EMPTY, Map.of(), endpoint("a", 1), endpoint("b", 1));
    Target a = first.find("x", "/").app().all().getFirst();
    a.begin();
    RouteTable second = next(first, Map.of(), endpoint("b", 1));
    assertThat(second.find("x", "/").app().all()).contains(a);
    assertThat(second.find("x", "/").app().draining(a)).isTrue();
    assertThat(second.find("x", "/").app().state()).isSameAs(first.find("x", "/").app().state());
    a.end();
    assertThat(next(second, Map.of(), endpoint("b", 1)).find("x", "/").app().all())
        .doesNotContain(a);
  }

  @Test
  void aRateHasABurstAndThenItsPace() {
    RateLimit rate = new RateLimit();
    long now = -7 * SECOND;
    assertThat(rate.admit(0, 1, now)).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(rate.admit(10, 5, now)).isTrue();
    }
    assertThat(rate.admit(10, 5, now)).isFalse();
    assertThat(rate.admit(10, 5, now + SECOND / 10)).isTrue();
    assertThat(rate.admit(10, 5, now + SECOND / 10)).isFalse();
    now += 100 * SECOND;
    for (int i = 0; i < 5; i++) {
      assertThat(rate.admit(10, 5, now)).isTrue();
    }
    assertThat(rate.admit(10, 5, now)).isFalse();
  }
}
