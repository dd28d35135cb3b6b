package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged segment is set aside and named; the rest is served. */
class DamagedSegmentTest {
  private static final TimeRange RANGE =
      TimeRange.last(Duration.ofHours(1), Instant.parse("2026-11-21T01:00:00Z"));
  private static final long T0 = RANGE.from().getEpochSecond() * 1_000_000_000L;

  @TempDir Path dir;

  @Test
  void damageInsideIsFoundByTheFirstQuestion() throws Exception {
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(T0, 0, 1000)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(T0, 1000, 500)).get();
      store.seal();
      overwrite(segments().getFirst());
      assertThat(count(store)).isEqualTo(500);
      assertThat(store.health().quarantined()).isEqualTo(1);
      assertThat(store.health().problems())
          .anySatisfy(p -> assertThat(p.args()).contains(segments().getFirst().toString()));
      assertThat(count(store)).isEqualTo(500);
    }
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      assertThat(count(store)).isEqualTo(500);
    }
  }

  @Test
  void cutShortIsFoundAtTheStart() throws Exception {
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(T0, 0, 300)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(T0, 300, 200)).get();
      store.seal();
    }
    Path file = segments().getFirst();
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(Files.size(file) / 2);
    }
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      assertThat(count(store)).isEqualTo(200);
      assertThat(store.health().quarantined()).isEqualTo(1);
    }
    assertThat(Files.exists(file.resolveSibling(file.getFileName() + Quarantine.SUFFIX))).isTrue();
  }

  private static int count(DiskTelemetryStore store) {
    return store
        .logs(new LogQuery(LogFilter.all(), RANGE, true, 1000, null))
        .value()
        .items()
        .size();
  }

  private List<Path> segments() {
    try (Stream<Path> files = Files.list(dir.resolve("segments"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("logs-"))
          .sorted()
          .map(f -> Path.of(f.toString().replace(Quarantine.SUFFIX, "")))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Zeroes the first half of the pages, which the footer does not notice. */
  private static void overwrite(Path file) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.allocate((int) Files.size(file) / 3), 4);
    }
  }
}
