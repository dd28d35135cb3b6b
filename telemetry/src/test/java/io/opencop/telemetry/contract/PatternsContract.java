package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.log;
import static io.opencop.telemetry.contract.Otlp.logs;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogPattern;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.PatternQuery;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log patterns: what holds of any way of mining them. */
abstract class PatternsContract extends Behaviour {
  @Test
  void sameButForNumbersIsOnePattern() {
    sendMix();
    List<LogPattern> patterns = patterns(new PatternQuery(TEN_MINUTES, null, 0, 100));
    assertThat(patterns.stream().mapToLong(LogPattern::count).sum())
        .as("every record belongs to one pattern")
        .isEqualTo(90);
    assertThat(patterns)
        .hasSizeLessThan(10)
        .isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
    LogPattern orders =
        patterns.stream().filter(p -> p.example().startsWith("Order")).findFirst().orElseThrow();
    assertThat(orders.count()).isEqualTo(50);
    assertThat(orders.template()).startsWith("Order").contains("<*>").doesNotContain("17");
    assertThat(orders.services()).containsExactly("shop");
    assertThat(orders.firstSeen()).isEqualTo(at(0));
    assertThat(orders.lastSeen()).isEqualTo(at(49));
    assertThat(orders.isNew()).isTrue();
    assertThat(orders.severity()).isEqualTo("info");
    assertThat(orders.templateId()).matches("[0-9]{1,19}");
  }

  @Test
  void thePatternOfARecordFindsItsFellows() {
    sendMix();
    for (LogPattern p : patterns(new PatternQuery(TEN_MINUTES, null, 0, 100))) {
      LogFilter filter =
          new LogFilter(null, 0, null, null, Long.valueOf(p.templateId()), List.of());
      var rows = value(store.logs(new LogQuery(filter, TEN_MINUTES, true, 500, null))).items();
      assertThat(rows).hasSize((int) p.count());
      assertThat(rows).allSatisfy(r -> assertThat(r.templateId()).isEqualTo(p.templateId()));
    }
  }

  @Test
  void byServiceSeverityAndTime() {
    sendMix();
    assertThat(count(new PatternQuery(TEN_MINUTES, "stock", 0, 100))).isEqualTo(40);
    assertThat(count(new PatternQuery(TEN_MINUTES, null, 17, 100))).isEqualTo(40);
    assertThat(count(new PatternQuery(TEN_MINUTES, null, 0, 1))).isEqualTo(50);
    TimeRange late = new TimeRange(at(40), at(600));
    List<LogPattern> later = patterns(new PatternQuery(late, "shop", 0, 100));
    assertThat(later).hasSize(1);
    assertThat(later.getFirst().count()).isEqualTo(10);
    assertThat(later.getFirst().firstSeen()).as("ever").isEqualTo(at(0));
    assertThat(later.getFirst().isNew()).isFalse();
  }

  @Test
  void aTemplateKeepsItsIdWhenMoreArrives() {
    sendMix();
    String before = orderTemplate();
    sendMore();
    assertThat(orderTemplate()).isEqualTo(before);
  }

  private String orderTemplate() {
    return patterns(new PatternQuery(TEN_MINUTES, "shop", 0, 100)).getFirst().templateId();
  }

  private void sendMix() {
    List<LogRecord.Builder> orders = new ArrayList<>();
    List<LogRecord.Builder> errors = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      orders.add(log(at(i), 9, "Order " + (1000 + 17 * i) + " accepted in " + i + " ms"));
    }
    for (int i = 0; i < 40; i++) {
      errors.add(log(at(i), 17, "Connection to 10.0.0." + i + " refused after 3 attempts"));
    }
    send(logs(resource("shop", null, null), orders.toArray(LogRecord.Builder[]::new)));
    send(logs(resource("stock", null, null), errors.toArray(LogRecord.Builder[]::new)));
  }

  private void sendMore() {
    for (int i = 0; i < 5; i++) {
      send(
          logs(
              resource("shop", null, null),
              log(at(100 + i), 9, "Order " + i + " accepted in 99 ms")));
    }
  }

  private long count(PatternQuery q) {
    return patterns(q).stream().mapToLong(LogPattern::count).sum();
  }

  private List<LogPattern> patterns(PatternQuery q) {
    return value(store.logPatterns(q));
  }
}
