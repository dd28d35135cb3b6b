package io.opencop.telemetry.ingest;

import io.opencop.model.Signal;
import io.opencop.telemetry.otlp.LogReader;
import io.opencop.telemetry.otlp.MetricReader;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.otlp.SpanReader;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.RollupKeys;
import java.util.ArrayList;
import java.util.List;

/** Turns export requests into the columns and roll-ups of one slice. Belongs to one thread. */
public final class SliceBuilder {
  private final RollupBuilder rollup;
  private final SpanReader spanReader;
  private final LogReader logReader;
  private final MetricReader metricReader;
  private final SpanTable spans;
  private final LogTable logs;
  private final MetricTables metrics;
  private final List<SliceTable> tables = new ArrayList<>();

  /**
   * @param cuts counts what is cut or dropped of items
   * @param firstLogSeq number of the slice's first log record
   */
  public SliceBuilder(
      Catalogues catalogues,
      RollupKeys keys,
      Redactor redactor,
      OtlpLimits limits,
      ReadCounters cuts,
      TemplateMiner miner,
      LogTail tail,
      long firstLogSeq) {
    rollup = new RollupBuilder(keys);
    spanReader = new SpanReader(limits, cuts);
    logReader = new LogReader(limits, cuts);
    metricReader = new MetricReader(limits, cuts);
    spans = new SpanTable(catalogues, redactor, limits, cuts, rollup);
    logs = new LogTable(catalogues, redactor, limits, rollup, miner, tail, firstLogSeq);
    metrics = new MetricTables(catalogues, redactor, limits, rollup);
    tables.add(spans);
    tables.add(logs);
    tables.addAll(metrics.tables());
  }

  /** Takes one request that has been checked and journalled. */
  public void add(Signal signal, byte[] request, long receivedNanos) {
    switch (signal) {
      case SPANS -> {
        spans.received(receivedNanos);
        spanReader.read(request, 0, request.length, spans);
      }
      case LOGS -> {
        logs.received(receivedNanos);
        logReader.read(request, 0, request.length, logs);
      }
      case METRICS -> {
        metrics.received(receivedNanos);
        metricReader.read(request, 0, request.length, metrics);
      }
    }
  }

  public List<SliceTable> tables() {
    return tables;
  }

  public RollupBuilder rollup() {
    return rollup;
  }

  /** Rows of a signal so far; of metrics, points. */
  public int rows(Signal signal) {
    return switch (signal) {
      case SPANS -> spans.rows();
      case LOGS -> logs.rows();
      case METRICS -> metrics.points();
    };
  }

  public long nextLogSeq() {
    return logs.nextSeq();
  }

  /** No more requests will come: tells the catalogues what was frequent. */
  public void full() {
    tables.forEach(SliceTable::full);
  }
}
