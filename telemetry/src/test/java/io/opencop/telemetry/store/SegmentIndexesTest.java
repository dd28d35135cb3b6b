package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.contract.Otlp;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers do not depend on index files; whatever became of one, it is made anew. */
class SegmentIndexesTest {
  private final Instant t0 = Instant.now().minusSeconds(1800);
  private final TimeRange hour = TimeRange.last(Duration.ofHours(1), t0.plusSeconds(1800));

  @TempDir Path dir;

  @Test
  void aTraceIsReadFromTheSegmentThatHoldsIt() throws Exception {
    fill();
    try (DiskTelemetryStore store = open()) {
      var found = store.trace(Otlp.traceId(205), null);
      assertThat(found.value().orElseThrow().spans()).hasSize(1);
      assertThat(found.cost().segments()).isEqualTo(1);
      assertThat(store.trace(Otlp.traceId(7), null).cost().rowsRead()).isZero();
      assertThat(store.overview(hour).value().activeSessions()).isEqualTo(8);
    }
  }

  @Test
  void aMissingIndexIsMade() throws Exception {
    fill();
    List<byte[]> before = contents();
    for (Path index : indexes()) {
      Files.delete(index);
    }
    try (DiskTelemetryStore store = open()) {
      answersAreRight(store);
      store.maintain();
      answersAreRight(store);
      assertThat(store.health().problems()).isEmpty();
    }
    assertThat(contents()).hasSameSizeAs(before);
  }

  @Test
  void aDamagedIndexIsToldAndMade() throws Exception {
    fill();
    for (Path index : indexes()) {
      byte[] bytes = Files.readAllBytes(index);
      bytes[bytes.length - 1] ^= 1;
      Files.write(index, bytes);
    }
    try (DiskTelemetryStore store = open()) {
      answersAreRight(store);
      store.maintain();
      answersAreRight(store);
      assertThat(store.health().problems()).extracting("code").containsExactly("index_damaged");
    }
    try (DiskTelemetryStore store = open()) {
      store.maintain();
      answersAreRight(store);
      assertThat(store.health().problems()).isEmpty();
    }
  }

  @Test
  void anIndexOfANewerFormatIsMadeAnew() throws Exception {
    fill();
    for (Path index : indexes()) {
      byte[] bytes = Files.readAllBytes(index);
      bytes[7] = 9;
      Files.write(index, bytes);
    }
    try (DiskTelemetryStore store = open()) {
      store.maintain();
      answersAreRight(store);
    }
    for (byte[] bytes : contents()) {
      assertThat(bytes[7]).isEqualTo((byte) 1);
    }
  }

  @Test
  void anIndexGoesWithItsSegment() throws Exception {
    fill();
    try (DiskTelemetryStore store = open()) {
      for (int i = 0; i < 12; i++) {
        store.append(Signal.SPANS, request(1000 + i)).get();
        store.seal();
      }
      assertThat(indexes()).hasSize(15);
      store.maintain();
      assertThat(store.health().stored().getFirst().segments()).isEqualTo(1);
      assertThat(indexes()).hasSize(1);
      answersAreRight(store);
      assertThat(store.trace(Otlp.traceId(1003), null).cost().segments()).isEqualTo(1);
    }
  }

  private void answersAreRight(DiskTelemetryStore store) {
    for (int n : new int[] {100, 205, 307}) {
      assertThat(store.trace(Otlp.traceId(n), null).value()).isPresent();
    }
    assertThat(store.trace(Otlp.traceId(7), null).value()).isEmpty();
    assertThat(store.overview(hour).value().activeSessions()).isEqualTo(8);
  }

  /** Three segments of ten traces each; sessions 0 to 7. */
  private void fill() throws Exception {
    try (DiskTelemetryStore store = open()) {
      for (int segment = 1; segment <= 3; segment++) {
        for (int i = 0; i < 10; i++) {
          store.append(Signal.SPANS, request(segment * 100 + i)).get();
        }
        store.seal();
      }
    }
  }

  private byte[] request(int n) {
    Span.Builder span = Otlp.request(n, "GET /", t0.plusMillis(n), 10, "session.id", "s" + n % 8);
    return Otlp.traces(Otlp.spans(Otlp.resource("shop", "1", "a"), span)).toByteArray();
  }

  private DiskTelemetryStore open() throws IOException {
    return DiskTelemetryStore.open(dir, StoreOptions.defaults());
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path index : indexes()) {
      all.add(Files.readAllBytes(index));
    }
    return all;
  }

  private List<Path> indexes() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("segments"))) {
      return files.filter(f -> f.getFileName().toString().startsWith("index-")).sorted().toList();
    }
  }
}
