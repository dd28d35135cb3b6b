package io.opencop.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.opencop.server.api.SessionViews;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.contract.Schema;
import io.opencop.server.contract.Violation;
import io.opencop.sessions.manager.statistics.AttributeWeight;
import io.opencop.sessions.manager.statistics.Counted;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.manager.statistics.LogHistogram;
import io.opencop.sessions.manager.statistics.Ticks;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the platform makes of the records in the grid. */
class SessionFiguresTest {
  private static final long START = 1_000_000_000_000L;

  private static InstanceRecord record(
      String instance, long afterSeconds, long created, int takes) {
    LogHistogram lookup = new LogHistogram();
    for (int i = 0; i < takes; i++) {
      // A quarter of a second.
      lookup.record(1L << (Ticks.POWER - 2));
    }
    List<Long> totals =
        new ArrayList<>(Collections.nCopies(InstanceRecord.Total.values().length, 0L));
    totals.set(0, created);
    return new InstanceRecord(
        "shop",
        "shared.mall",
        instance,
        START,
        START + afterSeconds * 1000,
        totals,
        3,
        2,
        "",
        lookup.counted(),
        Counted.NONE,
        Counted.NONE,
        List.of());
  }

  private static GroupRecord group() {
    LogHistogram size = new LogHistogram();
    size.record(2_000);
    return new GroupRecord(
        "shared.mall",
        START,
        5,
        7,
        6,
        5,
        4,
        3,
        0,
        size.counted(),
        List.of(new AttributeWeight("cart", "com.acme.Cart", 7, 14_000, 2_000)));
  }

  @Test
  void countsBecomeRatesOverTheLastMinute() {
    History history = new History();
    assertThat(history.add(List.of(record("a", 10, 100, 10)))).hasSize(1);
    assertThat(history.add(List.of(record("a", 10, 100, 10)))).isEmpty();
    history.add(List.of(record("a", 20, 300, 30), record("b", 20, 40, 1)));
    AppFigures figures =
        AppFigures.of("shop", history.of("shop").orElseThrow(), List.of(group()), history.apps());
    assertThat(figures.instances()).extracting("name").containsExactly("a", "b");
    assertThat(figures.sum().perSecond().get(InstanceRecord.Total.CREATED))
        .isCloseTo(200 / 10.0 + 40 / 20.0, within(1e-9));
    assertThat(figures.instances().getFirst().lookup().count()).isEqualTo(20);
    assertThat(figures.counted().orElseThrow().users()).isEqualTo(4);
    history.add(List.of(record("b", 22, 41, 1)));
    assertThat(history.of("shop").orElseThrow()).hasSize(1);
    assertThat(history.of("other")).isEmpty();
  }

  @Test
  void theApisAnswerIsWhatItsSchemaSays() throws Exception {
    History history = new History();
    history.add(List.of(record("a", 10, 100, 10)));
    AppFigures figures =
        AppFigures.of("shop", history.of("shop").orElseThrow(), List.of(group()), history.apps());
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    JsonNode json = mapper.readTree(SessionViews.json(figures));
    Schema schema = ContractReader.read().operation("appSessions").answers().get("200");
    List<Violation> found = new ArrayList<>();
    schema.check("", json, found);
    assertThat(found).as(json.toString()).isEmpty();
    assertThat(schema.undocumented(json, "")).isEmpty();
  }

  @Test
  void theStoreGetsThemAsMetricsOfTheAppInSeconds() throws Exception {
    byte[] bytes =
        SessionMetrics.request(
            List.of(record("a", 10, 100, 4)),
            List.of(group()),
            Map.of("shared.mall", new TreeSet<>(List.of("shop", "blog"))));
    List<ResourceMetrics> all =
        ExportMetricsServiceRequest.parseFrom(bytes).getResourceMetricsList();
    assertThat(all).hasSize(3);
    assertThat(all.getFirst().getResource().getAttributesList())
        .extracting(a -> a.getKey() + "=" + a.getValue().getStringValue())
        .containsExactly("service.name=shop", "service.instance.id=a");
    ExponentialHistogramDataPoint lookup =
        metric(all.getFirst(), "opencop.session.lookup.duration")
            .getExponentialHistogram()
            .getDataPoints(0);
    assertThat(lookup.getCount()).isEqualTo(4);
    assertThat(lookup.getSum()).isCloseTo(1.0, within(1e-9));
    assertThat(lookup.getMax()).isCloseTo(0.25, within(1e-9));
    assertThat(lookup.getScale()).isEqualTo(3);
    // (2^(i/8), 2^((i+1)/8)]: a quarter of a second is 2^-2 and ends its bucket.
    assertThat(lookup.getPositive().getOffset()).isEqualTo(-17);
    assertThat(lookup.getPositive().getBucketCountsList()).containsExactly(4L);
    Metric count = metric(all.get(1), "opencop.session.count");
    assertThat(count.getSum().getIsMonotonic()).isFalse();
    assertThat(count.getSum().getDataPoints(0).getAsDouble()).isEqualTo(7);
  }

  private static Metric metric(ResourceMetrics of, String name) {
    return of.getScopeMetrics(0).getMetricsList().stream()
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
