package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.failed;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions as a grid. */
abstract class HeatmapContract extends Behaviour {
  @Test
  void addsUpToTheRequests() {
    sendRequests();
    Heatmap h = heatmap(null);
    assertThat(sum(h.counts())).isEqualTo(600);
    assertThat(sum(h.errors())).isEqualTo(60);
    assertThat(sum(heatmap("slow").counts())).isEqualTo(60);
    assertThat(sum(heatmap("unknown").counts())).isZero();
  }

  @Test
  void shapeOfTheGrid() {
    sendRequests();
    Heatmap h = heatmap(null);
    assertThat(h.times()).hasSameSizeAs(h.counts()).hasSameSizeAs(h.errors()).hasSizeBetween(2, 61);
    assertThat(h.times()).isSorted().startsWith(T);
    assertThat(h.boundsMs()).hasSize(41).isSorted().doesNotHaveDuplicates();
    assertThat(h.counts()).allSatisfy(column -> assertThat(column).hasSize(40));
    for (int c = 0; c < h.counts().size(); c++) {
      for (int r = 0; r < 40; r++) {
        assertThat(h.errors().get(c).get(r)).isBetween(0L, h.counts().get(c).get(r));
      }
      assertThat(h.counts().get(c).stream().mapToLong(n -> n).sum())
          .as("one request a second in column %s", c)
          .isEqualTo(h.stepS());
    }
  }

  @Test
  void everyRequestLiesInItsRow() {
    sendRequests();
    Heatmap h = heatmap(null);
    for (int r = 0; r < 40; r++) {
      double low = h.boundsMs().get(r);
      int row = r;
      long below =
          h.counts().stream()
              .mapToLong(c -> c.subList(0, row).stream().mapToLong(n -> n).sum())
              .sum();
      long least = durations().stream().filter(d -> d < low * 0.98).count();
      long most = durations().stream().filter(d -> d < low * 1.02).count();
      assertThat(below).as("shorter than %s ms", low).isBetween(least, most);
    }
  }

  private void sendRequests() {
    List<Span.Builder> requests = new ArrayList<>();
    List<Double> durations = durations();
    for (int i = 0; i < 600; i++) {
      Span.Builder r = request(i + 1, i % 10 == 0 ? "slow" : "fast", at(i), durations.get(i));
      requests.add(i % 10 == 0 ? failed(r, "no") : r);
    }
    send(Otlp.traces(Otlp.spans(resource("shop", null, null), requests)));
  }

  private static List<Double> durations() {
    List<Double> durations = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      durations.add(i % 10 == 0 ? 1000.0 + i : 0.5 + i % 77);
    }
    return durations;
  }

  private Heatmap heatmap(String operation) {
    return value(store.heatmap(new HeatmapQuery("shop", operation, TEN_MINUTES, 60, 40)));
  }

  private static long sum(List<List<Long>> grid) {
    return grid.stream().flatMap(List::stream).mapToLong(n -> n).sum();
  }
}
