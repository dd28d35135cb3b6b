package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.PatternQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder of every format there ever was is read for ever. {@code golden/store-N} were
 * written by {@link #main}; they are never written again.
 */
class GoldenStoreTest {
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final TimeRange HOUR = new TimeRange(T0, T0.plus(Duration.ofHours(1)));

  @TempDir Path dir;

  /** Writes the folder anew, for the next format. */
  public static void main(String[] args) throws Exception {
    try (DiskTelemetryStore store =
        DiskTelemetryStore.open(Path.of(args[0]), StoreOptions.defaults())) {
      store.append(Signal.LOGS, LogRequests.of(T0.getEpochSecond() * 1_000_000_000L, 0, 100)).get();
      store
          .appendChange(
              new Change(
                  T0.plusSeconds(5), ChangeKind.DEPLOY, "shop", "r7", "배포", "lee", "1.1", null))
          .get();
      store.seal();
    }
  }

  @Test
  void formatOneIsReadAndWrittenAsTheNewest() throws Exception {
    copy("golden/store-1");
    isRead();
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store
          .append(Signal.LOGS, LogRequests.of(T0.getEpochSecond() * 1_000_000_000L, 100, 10))
          .get();
      store.seal();
      store.maintain();
      assertThat(store.health().quarantined()).isZero();
      assertThat(store.logs(new LogQuery(LogFilter.all(), HOUR, false, 1000, null)).value().items())
          .hasSize(110);
    }
    assertThat(Files.readString(dir.resolve("manifest.json"))).contains("\"format\":2");
  }

  @Test
  void formatTwoIsRead() throws Exception {
    copy("golden/store-2");
    isRead();
  }

  private void isRead() throws Exception {
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      var logs = store.logs(new LogQuery(LogFilter.all(), HOUR, false, 1000, null)).value();
      assertThat(logs.items()).hasSize(100);
      assertThat(logs.items().get(3).body()).isEqualTo("주문 23757 접수");
      assertThat(logs.items().get(3).service()).isEqualTo("shop");
      assertThat(store.logPatterns(new PatternQuery(HOUR, null, 0, 10)).value())
          .singleElement()
          .satisfies(p -> assertThat(p.template()).isEqualTo("주문 <*> 접수"));
      assertThat(store.changes(new ChangeQuery(HOUR, "shop", null, 10, null)).value().items())
          .extracting(Change::summary)
          .containsExactly("배포");
      assertThat(store.services(HOUR, 10).value())
          .singleElement()
          .satisfies(s -> assertThat(s.logs()).isEqualTo(100));
    }
  }

  @Test
  void newerFormatIsRefusedAndLeftAlone() throws Exception {
    copy("golden/store-1");
    Path manifest = dir.resolve("manifest.json");
    String text = Files.readString(manifest);
    ObjectMapper json = new ObjectMapper();
    ObjectNode body = (ObjectNode) json.readTree(text.substring(0, text.length() - 10));
    body.put("format", 99);
    byte[] bytes = json.writeValueAsBytes(body);
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    Files.writeString(
        manifest,
        new String(bytes, StandardCharsets.UTF_8)
            + "\n"
            + HexFormat.of().toHexDigits((int) crc.getValue())
            + "\n");
    assertThatThrownBy(() -> DiskTelemetryStore.open(dir, StoreOptions.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 99")
        .hasMessageContaining("newer OpenCOP");
    try (Stream<Path> files = Files.list(dir.resolve("segments"))) {
      assertThat(files.count()).isGreaterThan(4);
    }
  }

  @Test
  void damagedManifestIsRefusedAndLeftAlone() throws Exception {
    copy("golden/store-1");
    Path manifest = dir.resolve("manifest.json");
    byte[] bytes = Files.readAllBytes(manifest);
    bytes[40] ^= 1;
    Files.write(manifest, bytes);
    assertThatThrownBy(() -> DiskTelemetryStore.open(dir, StoreOptions.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("cop restore");
  }

  private void copy(String resource) throws Exception {
    Path golden = Path.of(GoldenStoreTest.class.getClassLoader().getResource(resource).toURI());
    Files.createDirectories(dir.resolve("segments"));
    for (String folder : List.of("", "segments")) {
      try (Stream<Path> files = Files.list(golden.resolve(folder))) {
        for (Path f : files.filter(Files::isRegularFile).toList()) {
          Files.copy(f, dir.resolve(folder).resolve(f.getFileName().toString()));
        }
      }
    }
  }
}
