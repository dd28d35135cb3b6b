package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.Trace.PathSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TraceAssemblerTest {
  @Test
  void selfTimeAndPathOfCallsOneAfterAnother() {
    Trace t =
        assemble(
            span("b", "r", "internal", 50, 80), span("r", null, "server", 0, 100),
            span("a", "r", "internal", 10, 40), span("x", "a", "internal", 20, 40));
    assertThat(t.durationMs()).isEqualTo(100);
    assertThat(ids(t)).containsExactly("r", "a", "x", "b");
    assertThat(self(t, "r")).isEqualTo(40);
    assertThat(self(t, "a")).isEqualTo(10);
    assertThat(self(t, "x")).isEqualTo(20);
    assertThat(t.criticalPath())
        .containsExactly(
            path("r", 0, 10),
            path("a", 10, 20),
            path("x", 20, 40),
            path("r", 40, 50),
            path("b", 50, 80),
            path("r", 80, 100));
  }

  @Test
  void ofParallelChildrenOnlyTheLastToEndIsOnThePath() {
    Trace t =
        assemble(
            span("r", null, "server", 0, 100), span("a", "r", "internal", 10, 60),
            span("b", "r", "internal", 10, 90), span("c", "r", "internal", 0, 8));
    assertThat(self(t, "r")).as("100 - 80 - 8").isEqualTo(12);
    assertThat(t.criticalPath())
        .containsExactly(path("c", 0, 8), path("r", 8, 10), path("b", 10, 90), path("r", 90, 100));
  }

  @Test
  void workThatOutlivesItsParentIsNotWaitedFor() {
    Trace t =
        assemble(
            span("r", null, "server", 0, 100),
            span("a", "r", "internal", 0, 20),
            span("later", "a", "internal", 10, 95));
    assertThat(self(t, "a")).isEqualTo(10);
    assertThat(t.criticalPath()).containsExactly(path("a", 0, 20), path("r", 20, 100));
  }

  @Test
  void unlessItIsWhatEndedLast() {
    Trace t =
        assemble(
            span("r", null, "server", 0, 50), span("send", "r", "producer", 30, 40),
            span("work", "send", "consumer", 70, 200), span("db", "work", "client", 80, 190));
    assertThat(t.durationMs()).isEqualTo(200);
    assertThat(t.criticalPath())
        .as("between 40 and 70 the message lay in the queue")
        .containsExactly(
            path("r", 0, 30),
            path("send", 30, 40),
            path("work", 70, 80),
            path("db", 80, 190),
            path("work", 190, 200));
  }

  @Test
  void serverWithAnotherClockIsMovedIntoItsCall() {
    Trace t =
        assemble(
            span("r", null, "server", 100, 200), span("call", "r", "client", 110, 150),
            row("srv", "call", "other", "server", 60, 90),
                row("q", "srv", "other", "client", 70, 80));
    assertThat(t.durationMs()).as("as the clocks say: 60 to 200").isEqualTo(140);
    assertThat(start(t, "srv")).as("in the middle of 110..150, less 60").isEqualTo(55);
    assertThat(start(t, "q")).as("moved with it").isEqualTo(65);
    assertThat(self(t, "call")).isEqualTo(10);
    assertThat(self(t, "srv")).isEqualTo(20);
    assertThat(t.criticalPath())
        .containsExactly(
            path("r", 40, 50),
            path("call", 50, 55),
            path("srv", 55, 65),
            path("q", 65, 75),
            path("srv", 75, 85),
            path("call", 85, 90),
            path("r", 90, 140));
  }

  @Test
  void serverThatTookLongerThanTheCallStartsWithIt() {
    Trace t =
        assemble(span("call", null, "client", 10, 20), row("srv", "call", "o", "server", 5, 50));
    assertThat(start(t, "srv")).as("from 5 to 10, relative to 5").isEqualTo(5);
    assertThat(self(t, "call")).isZero();
  }

  @Test
  void orphansAreRootsAndHangBelowTheOneRealRoot() {
    Trace t = assemble(span("r", null, "server", 0, 100), span("o", "missing", "server", 20, 60));
    assertThat(ids(t)).containsExactly("r", "o");
    assertThat(self(t, "r")).as("not known to be its child").isEqualTo(100);
    assertThat(t.criticalPath())
        .containsExactly(path("r", 0, 20), path("o", 20, 60), path("r", 60, 100));
    assertThat(assemble(span("o", "missing", "server", 20, 60)).criticalPath())
        .containsExactly(path("o", 0, 40));
  }

  @Test
  void circlesAreCutAtTheEarliest() {
    Trace t =
        assemble(
            span("a", "c", "internal", 0, 30), span("b", "a", "internal", 5, 20),
            span("c", "b", "internal", 6, 10), span("self", "self", "internal", 40, 50));
    assertThat(ids(t)).containsExactly("a", "b", "c", "self");
    assertThat(self(t, "a")).isEqualTo(15);
  }

  @Test
  void childrenOfADoubledIdBelongToTheirOwnService() {
    Trace t =
        assemble(
            span("r", null, "client", 0, 100), row("s", "r", "one", "client", 10, 90),
            row("s", "r", "two", "server", 20, 80), row("x", "s", "two", "internal", 30, 70));
    assertThat(t.spans()).hasSize(4);
    assertThat(t.spans().get(1).selfMs()).isEqualTo(80);
    assertThat(t.spans().get(2).selfMs()).isEqualTo(20);
  }

  @Test
  void tenThousandDeepAndMoreThanAnAnswerHolds() {
    List<SpanRow> deep = new ArrayList<>();
    for (int i = 0; i < TraceAssembler.MAX_SPANS + 5; i++) {
      deep.add(span("s" + i, i == 0 ? null : "s" + (i - 1), "internal", i, 30_000 - i));
    }
    Trace t = TraceAssembler.assemble("t", deep.reversed(), 3, false);
    assertThat(t.spans()).hasSize(TraceAssembler.MAX_SPANS);
    assertThat(t.truncated()).isTrue();
    assertThat(t.logs()).isEqualTo(3);
    assertThat(t.spans().getLast().spanId()).as("the earliest are kept").isEqualTo("s9999");
    assertThat(t.criticalPath()).hasSize(2 * TraceAssembler.MAX_SPANS - 1);
  }

  @Property(tries = 300)
  void anySpansAtAll(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    List<SpanRow> rows = new ArrayList<>();
    String[] kinds = {"internal", "server", "client", "producer", "consumer"};
    for (int i = 0; i < n; i++) {
      String parent = random.nextInt(6) == 0 ? null : "s" + random.nextInt(n + 2);
      int start = random.nextInt(100);
      rows.add(
          row(
              "s" + random.nextInt(n + 1),
              parent,
              "svc" + random.nextInt(2),
              kinds[random.nextInt(kinds.length)],
              start,
              start + random.nextInt(50)));
    }
    Trace t = TraceAssembler.assemble("t", rows, 0, false);
    assertThat(t.spans()).hasSize(n);
    Set<String> known = new HashSet<>(ids(t));
    double reached = Double.NEGATIVE_INFINITY;
    for (PathSegment s : t.criticalPath()) {
      assertThat(s.fromMs()).isGreaterThanOrEqualTo(reached - 1e-9).isLessThan(s.toMs());
      assertThat(known).contains(s.spanId());
      reached = s.toMs();
    }
    for (SpanRow s : t.spans()) {
      assertThat(s.selfMs()).isBetween(0.0, s.durationMs());
    }
  }

  @Property(tries = 200)
  void whereParentsWaitThePathIsTheWholeDuration(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
    Random random = new Random(seed);
    List<SpanRow> rows = new ArrayList<>(List.of(span("s0", null, "server", 0, 1000)));
    List<int[]> times = new ArrayList<>(List.of(new int[] {0, 1000}));
    for (int i = 1; i < n; i++) {
      int parent = random.nextInt(i);
      int[] p = times.get(parent);
      int from = p[0] + random.nextInt(p[1] - p[0] + 1);
      int to = from + random.nextInt(p[1] - from + 1);
      times.add(new int[] {from, to});
      rows.add(span("s" + i, "s" + parent, "internal", from, to));
    }
    Trace t = TraceAssembler.assemble("t", rows, 0, false);
    double length = t.criticalPath().stream().mapToDouble(s -> s.toMs() - s.fromMs()).sum();
    assertThat(length).isCloseTo(1000, within(1e-6));
  }

  private static Trace assemble(SpanRow... rows) {
    return TraceAssembler.assemble("t", List.of(rows), 0, false);
  }

  private static List<String> ids(Trace t) {
    return t.spans().stream().map(SpanRow::spanId).toList();
  }

  private static double self(Trace t, String id) {
    return find(t, id).selfMs();
  }

  private static double start(Trace t, String id) {
    return find(t, id).startMs();
  }

  private static SpanRow find(Trace t, String id) {
    return t.spans().stream()
        .filter(s -> s.spanId().equals(id))
        .findFirst()
        .orElseGet(() -> Assertions.fail("no span " + id));
  }

  private static PathSegment path(String id, double from, double to) {
    return new PathSegment(id, from, to);
  }

  private static SpanRow span(String id, String parent, String kind, int from, int to) {
    return row(id, parent, "shop", kind, from, to);
  }

  private static SpanRow row(
      String id, String parent, String service, String kind, int from, int to) {
    return new SpanRow(
        id,
        parent,
        service,
        null,
        null,
        id,
        kind,
        Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofMillis(from)),
        0,
        to - from,
        0,
        "unset",
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        new SpanRow.Dropped(0, 0, 0));
  }
}
