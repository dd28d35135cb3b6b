package io.opencop.server.self;

import io.opencop.model.Signal;
import io.opencop.server.api.ApiObserver;
import io.opencop.server.contract.Contract;
import io.opencop.server.contract.Operation;
import io.opencop.server.otlp.Budget;
import io.opencop.server.otlp.ReceiverCounters;
import io.opencop.server.proto.ProtoWriter;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.TelemetryStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform watches itself through the pipeline it watches others with: what it appends goes
 * through journal and store like anybody's telemetry. Names follow the semantic conventions where
 * there are any.
 */
public final class SelfObserver implements ApiObserver {
  private static final Logger LOG = LoggerFactory.getLogger(SelfObserver.class);
  private static final Map<String, String> NONE = Map.of();

  private final TelemetryStore store;
  private final ReceiverCounters counters;
  private final Budget budget;
  private final Contract contract;
  private final Instant started;
  private final Self self;
  private final RequestSpans spans = new RequestSpans();
  private final ProcessFigures.Sampler process = new ProcessFigures.Sampler();

  public SelfObserver(
      TelemetryStore store,
      ReceiverCounters counters,
      Budget budget,
      Contract contract,
      String version,
      Instant started) {
    this.store = store;
    this.counters = counters;
    this.budget = budget;
    this.contract = contract;
    this.started = started;
    this.self = Self.of(version);
  }

  @Override
  public void answered(String id, String method, int status, long startNanos, long endNanos) {
    Operation operation = contract.operation(id);
    // Files, probes and a stream that was open for an hour say nothing about the API.
    if (operation != null && !List.of("live", "ready", "tailLogs").contains(id)) {
      spans.answered(method, operation.path(), status, startNanos, endNanos);
    }
  }

  /** One round: figures, and the requests since the last one. Returns at once. */
  public void observe() {
    append(Signal.METRICS, figures().written());
    append(Signal.SPANS, spans.drain());
  }

  private void append(Signal signal, List<ProtoWriter> items) {
    if (items.isEmpty()) {
      return;
    }
    var _ =
        store
            .append(signal, self.request(items))
            .whenComplete((_, failure) -> {
              if (failure != null) {
                // The store counts it, and the health page shows the reason.
                LOG.debug("own {} were refused", signal, failure);
              }
            });
  }

  private Metrics figures() {
    Metrics metrics = new Metrics(started, Instant.now());
    process(metrics);
    StoreHealth health = store.health();
    for (Signal signal : Signal.values()) {
      Map<String, String> tag = Map.of("signal", tag(signal));
      metrics.counter("opencop.receiver.requests", "{request}", counters.requests(signal), tag);
      metrics.counter("opencop.receiver.io", "By", counters.wireBytes(signal), tag);
      for (ReceiverCounters.Refused refused : counters.refused(signal)) {
        metrics.counter(
            "opencop.receiver.refused",
            "{request}",
            refused.requests(),
            Map.of("signal", tag(signal), "reason", tag(refused.refusal())));
      }
    }
    metrics.gauge("opencop.receiver.in_flight", "By", budget.used(), NONE);
    metrics.gauge("opencop.pipeline.queued", "By", health.pipeline().queuedBytes(), NONE);
    metrics.gauge("opencop.pipeline.lag", "s", health.pipeline().lagMs() / 1e3, NONE);
    metrics.gauge("opencop.journal.size", "By", health.journal().bytes(), NONE);
    metrics.counter("opencop.journal.syncs", "{sync}", health.journal().syncs(), NONE);
    for (StoreHealth.Received received : health.received()) {
      Map<String, String> tag = Map.of("signal", tag(received.signal()));
      metrics.counter("opencop.store.items", "{item}", received.items(), tag);
    }
    for (StoreHealth.Stored stored : health.stored()) {
      Map<String, String> tag = Map.of("signal", tag(stored.signal()));
      metrics.gauge("opencop.store.size", "By", stored.bytes(), tag);
      metrics.gauge("opencop.store.segments", "{segment}", stored.segments(), tag);
    }
    return metrics;
  }

  private void process(Metrics metrics) {
    ProcessFigures now = process.take();
    metrics.counter("process.cpu.time", "s", now.cpuS(), NONE);
    metrics.gauge("process.cpu.utilization", "1", now.cpuRatio(), NONE);
    metrics.upDown("process.memory.usage", "By", now.rssBytes(), NONE);
    metrics.upDown("jvm.memory.used", "By", now.heapBytes(), Map.of("jvm.memory.type", "heap"));
    metrics.upDown("jvm.thread.count", "{thread}", now.threads(), NONE);
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
