package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.log;
import static io.opencop.telemetry.contract.Otlp.logs;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.Page;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Log search, its pages and its histogram. */
abstract class LogsContract extends Behaviour {
  @Test
  void byEveryCondition() {
    send(
        logs(
            resource("shop", null, "pod-a", "host.name", "h1"),
            log(at(1), 9, "User kim logged in", "user.id", "kim"),
            log(at(2), 13, "Pool orders is nearly EXHAUSTED: 9 of 10"),
            log(at(3), 17, "결제 실패: timeout after 30000 ms", "attempt", 3)
                .setTraceId(Otlp.id(Otlp.traceId(5)))
                .setSpanId(Otlp.id(Otlp.spanId(6)))));
    send(
        logs(
            resource("stock", null, null),
            log(at(4), 21, "100% _full_ 'quoted' \\ back"),
            log(at(5), 0, "no severity")));
    assertThat(find(LogFilter.all())).containsExactly(5, 4, 3, 2, 1);
    assertThat(find(text("exhausted POOL"))).containsExactly(2);
    assertThat(find(text("결제 timeout"))).containsExactly(3);
    assertThat(find(text("%"))).as("no wildcard").containsExactly(4);
    assertThat(find(text("_"))).containsExactly(4);
    assertThat(find(text("'quoted' \\"))).containsExactly(4);
    assertThat(find(text("nothing"))).isEmpty();
    assertThat(find(new LogFilter(null, 13, null, null, null, List.of()))).containsExactly(4, 3, 2);
    assertThat(find(new LogFilter(null, 0, "shop", null, null, List.of())))
        .containsExactly(3, 2, 1);
    assertThat(find(new LogFilter(null, 0, null, Otlp.traceId(5), null, List.of())))
        .containsExactly(3);
    assertThat(find(where("user.id=kim"))).containsExactly(1);
    assertThat(find(where("attempt>=3"))).containsExactly(3);
    assertThat(find(where("host.name=h1", "user.id!=kim"))).containsExactly(3, 2);
    assertThat(
            find(
                new LogFilter(
                    "in", 9, "shop", null, null, Conditions.parseAll(List.of("user.id")))))
        .containsExactly(1);
    LogQuery oldest = new LogQuery(LogFilter.all(), new TimeRange(at(2), at(5)), false, 10, null);
    assertThat(seconds(value(store.logs(oldest)))).containsExactly(2, 3, 4);
  }

  @Test
  void everythingOfARecord() {
    send(
        logs(
            resource("shop", null, "pod-a", "k", 1),
            log(at(1), 18, "boom", "a", "b", "n", 1.5, "list", List.of(1L))
                .setSeverityText("SEVERE")
                .setEventName("app.crash")
                .setTraceId(Otlp.id(Otlp.traceId(5)))
                .setSpanId(Otlp.id(Otlp.spanId(6)))));
    LogRow r = rows(LogFilter.all()).getFirst();
    assertThat(r.time()).isEqualTo(at(1));
    assertThat(r.observed()).isEqualTo(at(1).plusNanos(1000));
    assertThat(r.severity()).isEqualTo("error");
    assertThat(r.severityText()).isEqualTo("SEVERE");
    assertThat(r.service()).isEqualTo("shop");
    assertThat(r.instance()).isEqualTo("pod-a");
    assertThat(r.body()).isEqualTo("boom");
    assertThat(r.traceId()).isEqualTo(Otlp.traceId(5));
    assertThat(r.spanId()).isEqualTo(Otlp.spanId(6));
    assertThat(r.eventName()).isEqualTo("app.crash");
    assertThat(r.attributes()).isEqualTo(Map.of("a", "b", "n", 1.5, "list", List.of(1L)));
    assertThat(r.resource()).containsEntry("service.name", "shop").containsEntry("k", 1L);
    assertThat(r.scope().name()).isEqualTo("io.opencop.test");
    assertThat(r.id()).isNotBlank();
  }

  @Test
  void structuredAndOtherBodies() {
    Map<String, Object> map = Map.of("message", "Payment DECLINED", "codes", List.of(51L, "x"));
    send(
        logs(
            resource("shop", null, null),
            log(at(1), 9, "").setBody(Otlp.value(map)),
            log(at(2), 9, "").setBody(Otlp.value(42)),
            log(at(3), 9, "").clearBody()));
    List<LogRow> rows = rows(LogFilter.all());
    assertThat(rows).extracting(LogRow::body).containsExactly(null, 42L, map);
    assertThat(find(text("declined"))).containsExactly(1);
    assertThat(find(text("42"))).containsExactly(2);
  }

  @Test
  void aBodyOfMegabytes() {
    String large = "가나다 abc ".repeat(400_000);
    send(logs(resource("shop", null, null), log(at(1), 9, large), log(at(2), 9, "small")));
    assertThat(rows(text("abc")).getFirst().body()).isEqualTo(large);
    assertThat(find(LogFilter.all())).containsExactly(2, 1);
  }

  @Test
  void pagesNeitherRepeatNorMissWhileMoreArrives() {
    for (boolean newest : new boolean[] {true, false}) {
      List<LogRecord.Builder> first = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        // Twenty share one time.
        first.add(log(at(100 + i / 20), 9, "line " + newest, "n", i));
      }
      send(logs(resource("shop", null, null), first.toArray(LogRecord.Builder[]::new)));
      List<Object> seen = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      String cursor = null;
      int extra = 0;
      do {
        Page<LogRow> page =
            value(store.logs(new LogQuery(text("line " + newest), TEN_MINUTES, newest, 9, cursor)));
        page.items().forEach(r -> seen.add(r.attributes().get("n")));
        page.items().forEach(r -> ids.add(r.id()));
        cursor = page.nextCursor();
        extra++;
        send(
            logs(
                resource("shop", null, null),
                log(
                    at(newest ? 300 + extra : 50 - extra),
                    9,
                    "line " + newest,
                    "n",
                    1000 + extra)));
      } while (cursor != null);
      assertThat(seen).doesNotHaveDuplicates().hasSize(60);
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @Test
  void anIdStaysTheRecords() {
    send(logs(resource("b", null, null), log(at(2), 9, "two"), log(at(1), 9, "one")));
    send(logs(resource("a", null, null), log(at(3), 9, "three")));
    List<String> before = rows(LogFilter.all()).stream().map(LogRow::id).toList();
    store.seal();
    assertThat(rows(LogFilter.all()).stream().map(LogRow::id)).containsExactlyElementsOf(before);
  }

  @Test
  void aBadCursorNamesTheField() {
    for (String cursor : new String[] {"x", "", "AAAA", "../../etc", "ÿ"}) {
      assertThatThrownBy(
              () -> store.logs(new LogQuery(LogFilter.all(), TEN_MINUTES, true, 5, cursor)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cursor");
    }
  }

  @Test
  void histogram() {
    List<LogRecord.Builder> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(log(at(i * 2), i % 3 == 0 ? 17 : 9, "line " + i % 7));
    }
    send(logs(resource("shop", null, null), records.toArray(LogRecord.Builder[]::new)));
    LogHistogram h = value(store.logHistogram(LogFilter.all(), TEN_MINUTES, 60));
    assertThat(h.stepS()).isEqualTo(10);
    assertThat(h.times()).hasSize(60).startsWith(T);
    assertThat(h.counts().get("error")).hasSize(60);
    assertThat(sum(h, "error")).isEqualTo(100);
    assertThat(sum(h, "info")).isEqualTo(200);
    assertThat(h.counts().get("error").getFirst()).as("0 and 6 s").isEqualTo(2);
    assertThat(
            sum(value(store.logHistogram(text("line 3"), TEN_MINUTES, 60)), "error")
                + sum(value(store.logHistogram(text("line 3"), TEN_MINUTES, 60)), "info"))
        .isEqualTo(find(text("line 3")).size())
        .isEqualTo(43);
    LogHistogram part = value(store.logHistogram(LogFilter.all(), new TimeRange(at(5), at(25)), 4));
    assertThat(sum(part, "error") + sum(part, "info")).as("6 to 24 s").isEqualTo(10);
  }

  private static long sum(LogHistogram h, String severity) {
    return h.counts().getOrDefault(severity, List.of()).stream().mapToLong(c -> c).sum();
  }

  private static LogFilter text(String text) {
    return new LogFilter(text, 0, null, null, null, List.of());
  }

  private static LogFilter where(String... conditions) {
    return new LogFilter(null, 0, null, null, null, Conditions.parseAll(Arrays.asList(conditions)));
  }

  private List<Integer> find(LogFilter filter) {
    return seconds(value(store.logs(new LogQuery(filter, TEN_MINUTES, true, 500, null))));
  }

  private List<LogRow> rows(LogFilter filter) {
    return value(store.logs(new LogQuery(filter, TEN_MINUTES, true, 500, null))).items();
  }

  private static List<Integer> seconds(Page<LogRow> page) {
    return page.items().stream()
        .map(r -> (int) (r.time().getEpochSecond() - T.getEpochSecond()))
        .toList();
  }
}
