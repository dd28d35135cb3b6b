package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.ServiceSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention and merging: what is dropped is told, what is merged answers as before. */
class MaintenanceTest {
  @TempDir Path dir;

  @Test
  void mergedSegmentsAndRollupsAnswerAsBefore() throws Exception {
    Instant now = Instant.now();
    TimeRange range = TimeRange.last(Duration.ofMinutes(30), now);
    long t0 = (range.from().getEpochSecond() + 60) * 1_000_000_000L;
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      for (int i = 0; i < 26; i++) {
        store.append(Signal.LOGS, LogRequests.of(t0, i * 10, 10)).get();
        store.seal();
      }
      List<ServiceSummary> before = store.services(range, 10).value();
      Object records = store.logs(all(range)).value();
      int segments = store.health().stored().get(1).segments();
      assertThat(segments).isEqualTo(26);
      store.maintain();
      store.maintain();
      store.maintain();
      assertThat(store.health().stored().get(1).segments()).isLessThan(segments);
      assertThat(store.services(range, 10).value()).isEqualTo(before);
      assertThat(store.logs(all(range)).value()).isEqualTo(records);
    }
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      assertThat(store.logs(all(range)).value().items()).hasSize(260);
    }
  }

  @Test
  void oldSegmentsGoAndTheFreedBytesAreTold() throws Exception {
    Instant now = Instant.now();
    StoreOptions options =
        StoreOptions.defaults()
            .withRetention(Map.of(Signal.LOGS, Duration.ofHours(1)), Long.MAX_VALUE);
    TimeRange day = TimeRange.last(Duration.ofDays(2), now.plusSeconds(60));
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, options)) {
      long old = (now.getEpochSecond() - 86_400) * 1_000_000_000L;
      store.append(Signal.LOGS, LogRequests.of(old, 0, 100)).get();
      store.seal();
      store
          .append(Signal.LOGS, LogRequests.of((now.getEpochSecond() - 60) * 1_000_000_000L, 0, 50))
          .get();
      store.seal();
      assertThat(store.logs(all(day)).value().items()).hasSize(150);
      store.maintain();
      assertThat(store.logs(all(day)).value().items()).hasSize(50);
      assertThat(store.health().stored().get(1).freedBytes()).isPositive();
    }
  }

  private static LogQuery all(TimeRange range) {
    return new LogQuery(LogFilter.all(), range, true, 1000, null);
  }
}
