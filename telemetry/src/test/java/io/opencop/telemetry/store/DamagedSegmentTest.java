package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.StoreHealth;
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
import java.util.Map;
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

  /** A flipped bit that decodes well: no question would notice, the checksum does. */
  @Test
  void oneFlippedBitIsFoundByTheScrub() throws Exception {
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(T0, 0, 100)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(T0, 100, 50)).get();
      store.seal();
      Path file = segments().getFirst();
      long size = Files.size(file);
      // The length of the footer stands before the last four bytes; a key in it is only text.
      flip(file, size - 60);
      store.maintain();
      assertThat(store.health().quarantined()).isEqualTo(1);
      assertThat(store.health().quarantinedBytes()).isEqualTo(size);
      assertThat(count(store)).isEqualTo(50);
    }
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      assertThat(store.health().problems())
          .extracting(StoreHealth.Problem::code)
          .containsExactly("segment_quarantined");
    }
  }

  @Test
  void damagedRollupsAreSetAsideAndTheQuestionIsAnswered() throws Exception {
    TimeRange recent = TimeRange.last(Duration.ofMinutes(30), Instant.now().plusSeconds(60));
    long t0 = (recent.to().getEpochSecond() - 600) * 1_000_000_000L;
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(t0, 0, 100)).get();
      store.seal();
    }
    Path file = dir.resolve("segments/rollup-1-10s.bin");
    flip(file, Files.size(file) / 2);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(t0, 100, 50)).get();
      assertThat(store.services(recent, 10).value())
          .singleElement()
          .satisfies(s -> assertThat(s.logs()).isEqualTo(50));
      assertThat(store.health().quarantined()).isEqualTo(1);
    }
  }

  @Test
  void whatIsSetAsideIsBounded() throws Exception {
    StoreOptions small = StoreOptions.defaults().withRetention(Map.of(), 400_000);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, small)) {
      for (int i = 0; i < 8; i++) {
        store.append(Signal.LOGS, LogRequests.of(T0, i * 1000, 1000)).get();
        store.seal();
        segments().forEach(DamagedSegmentTest::flipMiddle);
        store.maintain();
        assertThat(store.health().quarantinedBytes()).isLessThanOrEqualTo(400_000 / 20);
      }
      assertThat(store.health().quarantined()).isLessThan(8);
    }
  }

  @Test
  void aBackupLeavesDamageOut() throws Exception {
    Path data = dir.resolve("data");
    Path copy = dir.resolve("copy");
    Path restored = dir.resolve("restored");
    try (DiskTelemetryStore store = DiskTelemetryStore.open(data, StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(T0, 0, 100)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(T0, 100, 50)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(T0, 150, 25)).get();
      flipMiddle(data.resolve("segments/logs-1.parquet"));
      store.backup(copy);
      assertThat(store.health().quarantined()).isEqualTo(1);
    }
    flipMiddle(copy.resolve("segments/logs-2.parquet"));
    Backup.restore(copy, restored);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(restored, StoreOptions.defaults())) {
      assertThat(count(store)).isEqualTo(25);
      assertThat(store.health().quarantined()).isEqualTo(1);
    }
  }

  private static void flipMiddle(Path file) {
    try {
      if (Files.exists(file)) {
        flip(file, Files.size(file) / 2);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 1)).rewind();
      channel.write(one, at);
    }
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
