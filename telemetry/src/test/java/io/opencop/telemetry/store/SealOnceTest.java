package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.journal.FileLayer;
import io.opencop.telemetry.journal.RealFileLayer;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails while or after a slice is sealed: it is sealed once, or later, never twice. */
class SealOnceTest {
  private final TimeRange range =
      TimeRange.last(Duration.ofMinutes(30), Instant.now().plusSeconds(60));
  private final long t0 = (range.to().getEpochSecond() - 600) * 1_000_000_000L;

  @TempDir Path dir;

  /** Part of the names of files that cannot be created now. */
  private final AtomicReference<String> broken = new AtomicReference<>("none");

  @Test
  void aJournalFileThatCannotGoIsNotSealedAgain() throws Exception {
    try (DiskTelemetryStore store = open()) {
      broken.set(".hashes");
      store.append(Signal.LOGS, LogRequests.of(t0, 0, 100)).get();
      store.seal();
      store.append(Signal.LOGS, LogRequests.of(t0, 100, 50)).get();
      store.seal();
      await()
          .untilAsserted(() ->
              assertThat(store.health().problems())
                  .extracting(StoreHealth.Problem::code)
                  .contains("journal_trim_failed"));
      check(store, 150);
      broken.set("none");
      store.append(Signal.LOGS, LogRequests.of(t0, 150, 10)).get();
      store.seal();
      await().untilAsserted(() -> assertThat(store.health().problems()).isEmpty());
      check(store, 160);
    }
    try (DiskTelemetryStore store = open()) {
      check(store, 160);
    }
  }

  @Test
  void whatCannotBeSealedAtCloseIsSealedAfterTheNextStart() throws Exception {
    Thread seals;
    try (DiskTelemetryStore store = open()) {
      store.append(Signal.LOGS, LogRequests.of(t0, 0, 100)).get();
      broken.set(".parquet");
      seals = Thread.ofPlatform().start(store::seal);
      while (store.health().problems().isEmpty()) {
        Thread.sleep(1);
      }
      store.append(Signal.LOGS, LogRequests.of(t0, 100, 7)).get();
    }
    seals.join();
    broken.set("none");
    try (DiskTelemetryStore store = open()) {
      check(store, 107);
      store.seal();
      check(store, 107);
    }
  }

  private DiskTelemetryStore open() throws IOException {
    RealFileLayer real = new RealFileLayer();
    FileLayer layer =
        (FileLayer)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FileLayer.class},
                (_, method, args) -> {
                  if (method.getName().equals("create")
                      && args[0].toString().contains(broken.get())) {
                    throw new IOException("No space left on device");
                  }
                  try {
                    return method.invoke(real, args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return DiskTelemetryStore.open(dir, StoreOptions.defaults(), layer);
  }

  private void check(DiskTelemetryStore store, int records) {
    assertThat(store.logs(new LogQuery(LogFilter.all(), range, true, 1000, null)).value().items())
        .hasSize(records);
    assertThat(store.services(range, 10).value())
        .singleElement()
        .satisfies(s -> assertThat(s.logs()).isEqualTo(records));
  }
}
