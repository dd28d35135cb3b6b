package io.opencop.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Change;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.TelemetrySamples.Batch;
import io.opencop.telemetry.memory.MemoryTelemetryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A store and the oracle take the same random telemetry, with requests sent again, sealing and
 * restarts at random moments, and answer every question alike.
 */
public abstract class OracleEquality {
  private TelemetryStore store;
  private MemoryTelemetryStore oracle;

  protected abstract TelemetryStore open(Path dir);

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void answersAreTheOracles(@ForAll long seed) throws IOException {
    Path dir = Files.createTempDirectory("oracle");
    Random random = new Random(seed);
    TelemetrySamples samples = new TelemetrySamples(seed, Behaviour.T, Duration.ofMinutes(60));
    oracle = new MemoryTelemetryStore();
    store = open(dir);
    try {
      // Who stands behind which name is learnt from calls whose two sides are seen together.
      take(samples.traces(60));
      List<Batch> sent = new ArrayList<>();
      List<Change> changes = new ArrayList<>();
      int steps = 12 + random.nextInt(25);
      for (int i = 0; i < steps; i++) {
        switch (random.nextInt(12)) {
          case 0 -> store.seal();
          case 1 -> {
            store.close();
            store = open(dir);
          }
          case 2 -> {
            if (!sent.isEmpty()) {
              take(sent.get(random.nextInt(sent.size())));
            }
          }
          case 3 -> {
            changes.add(samples.change());
            take(changes.get(random.nextInt(changes.size())));
          }
          default -> {
            sent.add(samples.next());
            take(sent.getLast());
          }
        }
      }
      new SameAnswers(oracle, store, samples.traceIds(), random).compareAll();
    } finally {
      store.close();
      delete(dir);
    }
  }

  private void take(Batch batch) {
    Receipt expected = oracle.append(batch.signal(), batch.request()).join();
    assertThat(store.append(batch.signal(), batch.request()).join()).isEqualTo(expected);
  }

  private void take(Change change) {
    oracle.appendChange(change).join();
    store.appendChange(change).join();
  }

  private static void delete(Path dir) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(f -> {
            try {
              Files.deleteIfExists(f);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
