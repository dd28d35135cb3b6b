package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.otlp.Attributes;
import io.opencop.telemetry.otlp.MetricHandler;
import io.opencop.telemetry.otlp.MetricKind;
import io.opencop.telemetry.otlp.MetricView;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.PointView;
import io.opencop.telemetry.otlp.ValueKind;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.VolumeKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.openhft.hashing.LongHashFunction;

/**
 * The metrics of one slice: a table of series, and narrow tables of points that refer to them. A
 * series' id is a hash of all that makes it (metric, resource, scope, attributes in any order), so
 * it is the same in every slice and needs no dictionary that lives for ever.
 */
final class MetricTables implements MetricHandler {
  private static final LongHashFunction HASH = LongHashFunction.xx3();

  private final RollupBuilder rollup;
  private final ResourceTable resources;
  private final ScopeTable scopes;
  private final SeriesTable series;
  private final PointTable points;
  private final HistogramTable histograms;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private long receivedNanos;
  private long headHash;
  private long scopeHash;
  private long metricHash;
  private long lastHash;
  private int lastNumber;

  MetricTables(Catalogues catalogues, Redactor redactor, OtlpLimits limits, RollupBuilder rollup) {
    this.rollup = rollup;
    resources = new ResourceTable(catalogues.resources(), redactor, limits, rollup);
    scopes = new ScopeTable(limits, redactor);
    series = new SeriesTable(resources, scopes, redactor);
    RowIds pointSeries = new RowIds();
    RowIds histogramSeries = new RowIds();
    LongColumn ids = series.ids();
    points = new PointTable(pointSeries, ids, limits, redactor);
    histograms = new HistogramTable(histogramSeries, ids, limits, redactor);
  }

  void received(long nanos) {
    receivedNanos = nanos;
  }

  List<SliceTable> tables() {
    return List.of(series, points, histograms);
  }

  int points() {
    return points.rows() + histograms.rows();
  }

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    resources.resource(buf, off, len, urlOff, urlLen, receivedNanos);
    headHash = HASH.hashBytes(buf, off, len) * 31 + HASH.hashBytes(buf, urlOff, urlLen);
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    scopes.scope(buf, off, len, urlOff, urlLen);
    scopeHash =
        (headHash * 31 + HASH.hashBytes(buf, off, len)) * 31 + HASH.hashBytes(buf, urlOff, urlLen);
  }

  @Override
  public void metric(MetricView m) {
    byte[] b = m.buf();
    long h = scopeHash * 31 + HASH.hashBytes(b, m.nameOff(), m.nameLen());
    h = h * 31 + HASH.hashBytes(b, m.unitOff(), m.unitLen());
    String kind = m.kind() == null ? "" : m.kind().name();
    metricHash =
        h * 31 + (HASH.hashChars(kind) * 10 + m.temporality() * 2L + (m.monotonic() ? 1 : 0));
  }

  @Override
  public void point(PointView p) {
    long hash = metricHash + attributes(p.attributes()) * 0x9E3779B97F4A7C15L;
    int number = number(hash, p);
    boolean narrow = p.metric().kind() == MetricKind.GAUGE || p.metric().kind() == MetricKind.SUM;
    if (narrow) {
      points.add(number, p);
    } else {
      histograms.add(number, p);
    }
    rollup.volume(resources.source(), VolumeKey.What.POINTS, p.timeNanos(), 1);
  }

  private int number(long hash, PointView p) {
    if (hash == lastHash && lastNumber != 0) {
      return lastNumber;
    }
    Integer known = numbers.get(hash);
    if (known == null) {
      known = series.add(hash, p);
      numbers.put(hash, known);
    }
    lastHash = hash;
    lastNumber = known;
    return known;
  }

  /** The same whatever their order. */
  private static long attributes(Attributes a) {
    byte[] b = a.buf();
    long sum = a.size();
    for (int i = 0; i < a.size(); i++) {
      long key = HASH.hashBytes(b, a.keyOff(i), a.keyLen(i));
      long value =
          a.kind(i) == ValueKind.EMPTY || ValueKind.inPlace(a.kind(i))
              ? a.number(i)
              : HASH.hashBytes(b, a.valueOff(i), a.valueLen(i));
      long h =
          (key ^ Long.rotateLeft(value * 0xC2B2AE3D27D4EB4FL + a.kind(i), 31))
              * 0x165667B19E3779F9L;
      sum += h ^ (h >>> 29);
    }
    return sum;
  }
}
