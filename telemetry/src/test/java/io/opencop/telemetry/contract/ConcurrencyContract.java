package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Writers, readers and sealing at once: a count never dips, doubles or lags what was acknowledged.
 */
abstract class ConcurrencyContract extends Behaviour {
  private static final int WRITERS = 3;
  private static final int REQUESTS = 60;
  private static final int SPANS = 20;

  @Test
  void countsOnlyGrow() throws Exception {
    AtomicLong begun = new AtomicLong();
    AtomicLong acknowledged = new AtomicLong();
    AtomicBoolean done = new AtomicBoolean();
    // Threads of the system: readers and the sealer never wait, so where virtual threads have two
    // carriers they would keep both, and the writers would never run.
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        int writer = w;
        writers.add(threads.submit(() -> write(writer, begun, acknowledged)));
      }
      List<Future<?>> others = new ArrayList<>();
      others.add(threads.submit(() -> readSpans(begun, acknowledged, done)));
      others.add(threads.submit(() -> readLogs(begun, acknowledged, done)));
      others.add(threads.submit(() -> sealing(done)));
      for (Future<?> f : writers) {
        f.get();
      }
      done.set(true);
      for (Future<?> f : others) {
        f.get();
      }
    }
    long all = (long) WRITERS * REQUESTS * SPANS;
    assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(all);
    assertThat(value(store.overview(TEN_MINUTES)).red().count()).isEqualTo(all);
    assertThat(logs()).isEqualTo(all);
  }

  private void write(int writer, AtomicLong begun, AtomicLong acknowledged) {
    for (int r = 0; r < REQUESTS; r++) {
      List<Span.Builder> spans = new ArrayList<>();
      List<LogRecord.Builder> records = new ArrayList<>();
      for (int i = 0; i < SPANS; i++) {
        long n = ((long) writer * REQUESTS + r) * SPANS + i + 1;
        spans.add(request(n, "op", at((int) (n % 600)), 5));
        records.add(Otlp.log(at((int) (n % 600)), 9, "line " + n));
      }
      begun.addAndGet(SPANS);
      var logs =
          ExportLogsServiceRequest.newBuilder()
              .addResourceLogs(Otlp.logs(resource("w" + writer, null, null), records))
              .build();
      store.append(Signal.LOGS, logs.toByteArray()).join();
      store
          .append(
              Signal.SPANS,
              Otlp.traces(Otlp.spans(resource("w" + writer, null, null), spans)).toByteArray())
          .join();
      acknowledged.addAndGet(SPANS);
    }
  }

  private void readSpans(AtomicLong begun, AtomicLong acknowledged, AtomicBoolean done) {
    long last = 0;
    while (!done.get()) {
      long least = Math.max(last, acknowledged.get());
      long now = value(store.overview(TEN_MINUTES)).spans();
      assertThat(now).isBetween(least, begun.get());
      last = now;
    }
  }

  private void readLogs(AtomicLong begun, AtomicLong acknowledged, AtomicBoolean done) {
    long last = 0;
    while (!done.get()) {
      long least = Math.max(last, acknowledged.get());
      long now = logs();
      assertThat(now).isBetween(least, begun.get());
      last = now;
    }
  }

  private void sealing(AtomicBoolean done) {
    while (!done.get()) {
      store.seal();
    }
  }

  private long logs() {
    LogHistogram h = value(store.logHistogram(LogFilter.all(), TEN_MINUTES, 10));
    return h.counts().values().stream().flatMap(List::stream).mapToLong(n -> n).sum();
  }
}
