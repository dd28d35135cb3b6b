package io.opencop.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.AttributeValuesQuery;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceQuery.Order;
import io.opencop.telemetry.query.TraceSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Asks two stores everything and compares. */
final class SameAnswers {
  static final TimeRange HOUR = new TimeRange(Behaviour.T, Behaviour.T.plus(Duration.ofHours(1)));

  private final TelemetryReader oracle;
  private final TelemetryReader store;
  private final List<String> traceIds;
  private final Random random;

  SameAnswers(TelemetryReader oracle, TelemetryReader store, List<String> traceIds, Random random) {
    this.oracle = oracle;
    this.store = store;
    this.traceIds = traceIds;
    this.random = random;
  }

  void compareAll() {
    for (TimeRange range : List.of(HOUR, part())) {
      SameServices services = new SameServices(oracle, store, range);
      services.compare();
    }
    new SameServices(oracle, store, HOUR).compareGraph();
    new SameMetrics(oracle, store).compare(HOUR);
    new SameMetrics(oracle, store).compare(part());
    searches();
    wholeTraces();
    logs();
    attributes();
    changes();
  }

  /** Some minutes of the hour, whole roll-up cells. */
  private TimeRange part() {
    int from = random.nextInt(40);
    return new TimeRange(
        Behaviour.at(from * 60), Behaviour.at((from + 1 + random.nextInt(19)) * 60));
  }

  private void searches() {
    for (String attr :
        new String[] {
          "http.route=/order",
          "http.response.status_code>=500",
          "user.id~=사용자1",
          "thread.id<=9",
          "session.id",
          "odd.1.3",
          "odd.2.5>=0.5",
          "odd.4.1~=\"a\"",
          "user.id!=사용자7",
          "service.version=1.5.0",
          "odd.3.2=true",
          "nothing"
        }) {
      search(query(null, null, null, List.of(attr), Order.NEWEST, HOUR));
    }
    search(query(null, null, null, List.of(), Order.NEWEST, part()));
    search(query("web", null, null, List.of(), Order.SLOWEST, HOUR));
    search(query(null, "error", null, List.of("db.system.name!=redis"), Order.NEWEST, HOUR));
    search(query("order", null, 30.0, List.of("server.address"), Order.SLOWEST, part()));
  }

  private static TraceQuery query(
      String service, String status, Double min, List<String> attrs, Order order, TimeRange range) {
    return new TraceQuery(
        range, service, null, null, status, min, null, Conditions.parseAll(attrs), order, 0, null);
  }

  private void search(TraceQuery q) {
    assertThat(pages(store, q, 7 + random.nextInt(40)))
        .as("%s", q)
        .containsExactlyElementsOf(pages(oracle, q, 1_000));
  }

  private static List<TraceSummary> pages(TelemetryReader reader, TraceQuery q, int limit) {
    return all(cursor ->
        reader
            .traces(
                new TraceQuery(
                    q.range(),
                    q.service(),
                    q.operation(),
                    q.kind(),
                    q.status(),
                    q.minDurationMs(),
                    q.maxDurationMs(),
                    q.attributes(),
                    q.order(),
                    limit,
                    cursor))
            .value());
  }

  private static <T> List<T> all(Function<String, Page<T>> pages) {
    List<T> items = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = pages.apply(cursor);
      items.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return items;
  }

  private void wholeTraces() {
    for (int i = 0; i < 12; i++) {
      String id = traceIds.get(random.nextInt(traceIds.size()));
      assertThat(store.trace(id, null).value())
          .usingRecursiveComparison()
          .isEqualTo(oracle.trace(id, null).value());
      assertThat(store.trace(id, oracle.trace(id, null).value().orElseThrow().start()).value())
          .isPresent();
    }
  }

  private void logs() {
    List<LogFilter> filters =
        List.of(
            LogFilter.all(),
            filter("order accepted", 0, null, List.of()),
            filter("결제", 13, null, List.of()),
            filter(null, 17, "order", List.of()),
            filter("login", 0, null, List.of()),
            filter(null, 0, null, List.of("attempt>=2", "logger.name~=logger3")),
            filter(null, 0, "batch", List.of("service.version!=1.4.0")));
    for (LogFilter f : filters) {
      TimeRange range = random.nextBoolean() ? HOUR : part();
      boolean newest = random.nextBoolean();
      List<LogRow> expected = rows(oracle, f, range, newest, 1_000);
      assertThat(rows(store, f, range, newest, 11 + random.nextInt(90)))
          .as("%s", f)
          .usingRecursiveComparison()
          .ignoringFields("id", "templateId")
          .isEqualTo(expected);
      LogHistogram h = store.logHistogram(f, range, 40).value();
      assertThat(h).isEqualTo(oracle.logHistogram(f, range, 40).value());
    }
    String trace = traceIds.get(random.nextInt(traceIds.size()));
    LogFilter ofTrace = new LogFilter(null, 0, null, trace, null, List.of());
    assertThat(rows(store, ofTrace, HOUR, true, 100))
        .hasSameSizeAs(rows(oracle, ofTrace, HOUR, true, 100));
  }

  private static LogFilter filter(String text, int severity, String service, List<String> attrs) {
    return new LogFilter(text, severity, service, null, null, Conditions.parseAll(attrs));
  }

  /** Records of one instant may come in any order. */
  private static List<LogRow> rows(
      TelemetryReader reader, LogFilter filter, TimeRange range, boolean newest, int limit) {
    List<LogRow> rows =
        all(cursor -> reader.logs(new LogQuery(filter, range, newest, limit, cursor)).value());
    Comparator<LogRow> byTime = Comparator.comparing(LogRow::time);
    assertThat(rows).isSortedAccordingTo(newest ? byTime.reversed() : byTime);
    return rows.stream().sorted(byTime.thenComparing(r -> String.valueOf(r.body()))).toList();
  }

  private void attributes() {
    for (Signal signal : Signal.values()) {
      assertThat(store.attributeKeys(signal))
          .as("%s", signal)
          .containsExactlyInAnyOrderElementsOf(oracle.attributeKeys(signal));
    }
    for (String key :
        List.of(
            "user.id",
            "http.response.status_code",
            "thread.id",
            "odd.3.7",
            "odd.4.1",
            "host.name")) {
      AttributeValuesQuery q = new AttributeValuesQuery(Signal.SPANS, key, null, part(), 20);
      assertThat(store.attributeValues(q).value())
          .as(key)
          .isEqualTo(oracle.attributeValues(q).value());
    }
    AttributeValuesQuery q =
        new AttributeValuesQuery(Signal.METRICS, "jvm.memory.pool.name", "e", HOUR, 5);
    assertThat(store.attributeValues(q).value()).isEqualTo(oracle.attributeValues(q).value());
  }

  private void changes() {
    for (ChangeKind kind : new ChangeKind[] {null, ChangeKind.DEPLOY}) {
      for (String service : new String[] {null, "order"}) {
        assertThat(changes(store, service, kind, 3)).isEqualTo(changes(oracle, service, kind, 100));
      }
    }
  }

  private static List<Change> changes(
      TelemetryReader reader, String service, ChangeKind kind, int limit) {
    return all(c -> reader.changes(new ChangeQuery(HOUR, service, kind, limit, c)).value());
  }
}
