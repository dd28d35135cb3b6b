package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.log;
import static io.opencop.telemetry.contract.Otlp.logs;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceQuery.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Late data, and clocks that are wrong by decades. */
abstract class OddTimesContract extends Behaviour {
  private static final Instant Y1970 = Instant.parse("1970-01-01T00:00:01Z");
  private static final Instant Y2100 = Instant.parse("2100-06-01T00:00:00.123456789Z");

  @Test
  void nineteenSeventyAndTwentyOneHundred() {
    send(Otlp.traces(Otlp.spans(resource("old", null, null), request(1, "a", Y1970, 5))));
    send(Otlp.traces(Otlp.spans(resource("now", null, null), request(2, "b", at(1), 5))));
    send(Otlp.traces(Otlp.spans(resource("new", null, null), request(3, "c", Y2100, 5))));
    send(
        logs(
            resource("old", null, null),
            log(Y1970, 9, "old"),
            log(Y2100, 9, "new"),
            log(at(1), 9, "now")));
    send(
        Signal.METRICS,
        Otlp.metrics(
            resource("old", null, null),
            Points.gauge("g", "1", Points.point(null, Y1970, 1), Points.point(null, Y2100, 2))));
    assertThat(services(TEN_MINUTES)).containsExactlyInAnyOrder("now", "old");
    assertThat(services(around(Y1970))).containsExactly("old");
    assertThat(services(around(Y2100))).containsExactlyInAnyOrder("new", "old");
    assertThat(value(store.trace(Otlp.traceId(1), null)).orElseThrow().start()).isEqualTo(Y1970);
    assertThat(value(store.trace(Otlp.traceId(3), null)).orElseThrow().start()).isEqualTo(Y2100);
    assertThat(value(store.trace(Otlp.traceId(3), Y2100))).isPresent();
    TraceQuery ever =
        new TraceQuery(EVER, null, null, null, null, null, null, List.of(), Order.NEWEST, 9, null);
    assertThat(value(store.traces(ever)).items())
        .extracting(t -> t.rootOperation())
        .containsExactly("c", "b", "a");
    assertThat(value(store.logs(new LogQuery(LogFilter.all(), EVER, true, 9, null))).items())
        .extracting(LogRow::body)
        .containsExactly("new", "now", "old");
    assertThat(
            value(store.logs(new LogQuery(LogFilter.all(), around(Y2100), true, 9, null))).items())
        .extracting(LogRow::time)
        .containsExactly(Y2100);
    assertThat(value(store.metrics(around(Y2100), null, null))).hasSize(1);
    assertThat(value(store.metrics(TEN_MINUTES, null, null))).isEmpty();
  }

  @Test
  void hoursLate() {
    for (int i = 0; i < 5; i++) {
      send(
          Otlp.traces(
              Otlp.spans(resource("shop", null, null), request(10 + i, "a", at(1 + i), 5))));
    }
    store.seal();
    send(
        Otlp.traces(
            Otlp.spans(
                resource("shop", null, null),
                request(1, "late", at(-7200), 5),
                request(2, "late", at(3), 5))));
    assertThat(value(store.overview(TEN_MINUTES)).red().count()).isEqualTo(6);
    assertThat(value(store.overview(around(at(-7200)))).red().count()).isEqualTo(1);
    assertThat(value(store.trace(Otlp.traceId(1), at(-7200)))).isPresent();
  }

  @Test
  void endsBeforeItStarts() {
    send(
        Otlp.traces(
            Otlp.spans(
                resource("shop", null, null),
                request(1, "a", at(5), -1000),
                request(2, "b", at(5), 0).clearEndTimeUnixNano())));
    assertThat(
            value(store.trace(Otlp.traceId(1), null)).orElseThrow().spans().getFirst().durationMs())
        .isZero();
    assertThat(value(store.trace(Otlp.traceId(2), null)).orElseThrow().durationMs()).isZero();
    assertThat(value(store.overview(TEN_MINUTES)).red().count()).isEqualTo(2);
  }

  @Test
  void aRangeThatCutsACellHoldsWhatLiesInIt() {
    send(
        Otlp.traces(
            Otlp.spans(
                resource("shop", null, null),
                request(1, "a", at(14), 5),
                request(2, "a", at(16), 5),
                request(3, "a", at(31), 5))));
    long counted = value(store.overview(new TimeRange(at(15), at(25)))).red().count();
    assertThat(counted).as("at least that at 16 s, at most also that at 14 s").isBetween(1L, 2L);
  }

  private List<String> services(TimeRange range) {
    return value(store.services(range, 10)).stream().map(s -> s.service()).toList();
  }

  private static TimeRange around(Instant t) {
    return new TimeRange(t.minus(Duration.ofSeconds(1)), t.plus(Duration.ofMinutes(1)));
  }
}
