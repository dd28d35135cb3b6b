package io.opencop.telemetry.memory;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.SealReport;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Cost;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.LogPattern;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.PatternQuery;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceSummary;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The oracle: keeps everything in lists and answers every question by looking at all of it. Obvious
 * rather than fast. What it says is right by definition; where another store differs, one of the
 * two, or the contract, is mended.
 */
public final class MemoryTelemetryStore implements TelemetryStore {
  private final Items all = new Items();
  private final MemoryChanges changes = new MemoryChanges();
  private final Set<List<Object>> requests = new HashSet<>();
  private final List<MemoryLogs.Tail> tails = new ArrayList<>();
  private final LogDecoder logDecoder = new LogDecoder();
  private boolean closed;

  @Override
  public synchronized CompletableFuture<Receipt> append(Signal signal, byte[] request) {
    if (closed) {
      return failed(AppendException.Reason.CLOSED, "closed");
    }
    Items items = new Items();
    try {
      switch (signal) {
        case SPANS -> SpanDecoder.decode(ExportTraceServiceRequest.parseFrom(request), items);
        case LOGS -> logDecoder.decode(ExportLogsServiceRequest.parseFrom(request), items);
        case METRICS -> MetricDecoder.decode(ExportMetricsServiceRequest.parseFrom(request), items);
      }
    } catch (InvalidProtocolBufferException e) {
      return failed(AppendException.Reason.MALFORMED, e.getMessage());
    }
    boolean duplicate = !requests.add(List.of(signal, ByteString.copyFrom(request)));
    if (!duplicate) {
      all.spans.addAll(items.spans);
      all.logs.addAll(items.logs);
      all.points.addAll(items.points);
      items.logs.forEach(l -> tails.forEach(t -> t.offer(l)));
    }
    String message = items.rejected == 0 ? "" : items.rejected + " items are not valid";
    return CompletableFuture.completedFuture(
        new Receipt(items.accepted(), items.rejected, message, duplicate));
  }

  @Override
  public synchronized CompletableFuture<Void> appendChange(Change change) {
    changes.add(change);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Answer<Overview> overview(TimeRange range) {
    return answer(() -> new MemoryServices(all, changes).overview(range));
  }

  @Override
  public Answer<List<ServiceSummary>> services(TimeRange range, int trendPoints) {
    return answer(() -> new MemoryServices(all, changes).services(range, trendPoints));
  }

  @Override
  public Answer<Optional<ServiceDetail>> service(String service, TimeRange range, Duration step) {
    return answer(() -> new MemoryServices(all, changes).service(service, range, step));
  }

  @Override
  public Answer<Heatmap> heatmap(HeatmapQuery query) {
    return answer(() -> MemoryHeatmap.of(all.spans, query));
  }

  @Override
  public Answer<Graph> graph(TimeRange range, String service) {
    return answer(
        () -> new MemoryGraph(all, new MemoryServices(all, changes), range).graph(service));
  }

  @Override
  public Answer<Page<TraceSummary>> traces(TraceQuery query) {
    return answer(() -> MemoryTraces.search(all.spans, query));
  }

  @Override
  public Answer<Optional<Trace>> trace(String traceId, Instant around) {
    return answer(() -> MemoryTraces.trace(all, traceId));
  }

  @Override
  public Answer<Page<LogRow>> logs(LogQuery query) {
    return answer(() -> MemoryLogs.search(all.logs, query));
  }

  @Override
  public Answer<LogHistogram> logHistogram(LogFilter filter, TimeRange range, int points) {
    return answer(() -> MemoryLogs.histogram(all.logs, filter, range, points));
  }

  @Override
  public Answer<List<LogPattern>> logPatterns(PatternQuery query) {
    return answer(() -> MemoryLogs.patterns(all.logs, query));
  }

  @Override
  public Answer<List<MetricInfo>> metrics(TimeRange range, String service, String text) {
    return answer(() -> MemoryMetrics.catalogue(all.points, range, service, text));
  }

  @Override
  public Answer<MetricResult> metric(MetricQuery query) {
    return answer(() -> MemoryMetrics.query(all.points, query));
  }

  @Override
  public synchronized List<AttributeKey> attributeKeys(Signal signal) {
    return MemoryAttributes.keys(MemoryAttributes.of(all, signal));
  }

  @Override
  public Answer<List<AttributeValue>> attributeValues(AttributeValuesQuery query) {
    return answer(() -> MemoryAttributes.values(MemoryAttributes.of(all, query.signal()), query));
  }

  @Override
  public Answer<Page<Change>> changes(ChangeQuery query) {
    return answer(() -> changes.page(query));
  }

  @Override
  public synchronized AutoCloseable tail(LogFilter filter, Consumer<LogRow> sink) {
    MemoryLogs.Tail tail = new MemoryLogs.Tail(filter, sink);
    tails.add(tail);
    return () -> {
      synchronized (this) {
        tails.remove(tail);
      }
    };
  }

  @Override
  public SealReport seal() {
    return new SealReport(0, 0, 0);
  }

  @Override
  public StoreHealth health() {
    return new StoreHealth(
        List.of(),
        List.of(),
        new StoreHealth.Pipeline(0, 0, 0, 0),
        new StoreHealth.Journal(0, 0, 0, 0, 0),
        List.of(),
        0,
        0,
        null,
        0,
        0,
        List.of());
  }

  /** Takes requests again after close, as a durable store does that is opened again. */
  synchronized void reopen() {
    closed = false;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private synchronized <T> Answer<T> answer(Supplier<T> question) {
    long start = System.nanoTime();
    T value = question.get();
    long rows = all.accepted();
    return new Answer<>(value, new Cost(rows, 0, 0, (System.nanoTime() - start) / 1e6));
  }

  private static CompletableFuture<Receipt> failed(AppendException.Reason reason, String what) {
    return CompletableFuture.failedFuture(new AppendException(reason, what));
  }
}
