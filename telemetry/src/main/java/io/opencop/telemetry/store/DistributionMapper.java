package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.telemetry.assemble.metric.Distribution;
import io.opencop.telemetry.assemble.metric.ExplicitBuckets;
import io.opencop.telemetry.assemble.metric.ExponentialBuckets;
import io.opencop.telemetry.assemble.metric.MetricKind;
import io.opencop.telemetry.assemble.metric.MetricPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Histogram, exponential histogram and summary points from rows. */
final class DistributionMapper {
  /** How many columns {@link #select} names; they begin at position 4. */
  static final int COLUMNS = 8;

  private final Source source;

  DistributionMapper(Source source) {
    this.source = source;
  }

  String select() {
    return String.join(
        ", ",
        source.column("count", "BIGINT"),
        source.column("sum", "DOUBLE"),
        source.column("min", "DOUBLE"),
        source.column("max", "DOUBLE"),
        source.column("bounds", "VARCHAR"),
        source.column("counts", "VARCHAR"),
        source.column("exponential", "VARCHAR"),
        source.column("quantiles", "VARCHAR"));
  }

  MetricPoint point(ResultSet r, MetricKind kind, long start, long time) throws SQLException {
    double count = r.getLong(4);
    boolean none = r.wasNull();
    if (kind.type().equals("summary")) {
      double sum = r.getDouble(5);
      return new MetricPoint.Summary(
          start, time, none, count, sum, MetricReads.quantiles(r.getString(11)));
    }
    Distribution.Buckets buckets =
        kind.type().equals("histogram")
            ? new ExplicitBuckets(doubles(r.getString(8)), doubles(r.getString(9)))
            : exponential(r.getString(10));
    return new MetricPoint.Histogram(
        start, time, none, new Distribution(count, real(r, 5), real(r, 6), real(r, 7), buckets));
  }

  private static double real(ResultSet r, int column) throws SQLException {
    double value = r.getDouble(column);
    return r.wasNull() ? Double.NaN : value;
  }

  private static double[] doubles(String json) {
    if (json == null) {
      return new double[0];
    }
    JsonNode list = ItemMapper.tree(json);
    double[] out = new double[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = list.get(i).asDouble();
    }
    return out;
  }

  private static ExponentialBuckets exponential(String json) {
    if (json == null) {
      return new ExponentialBuckets(0, 0, 0, new TreeMap<>(), new TreeMap<>());
    }
    JsonNode e = ItemMapper.tree(json);
    return new ExponentialBuckets(
        e.path("scale").asInt(),
        e.path("zero_threshold").asDouble(),
        e.path("zero_count").asDouble(),
        side(e.path("positive")),
        side(e.path("negative")));
  }

  private static NavigableMap<Integer, Double> side(JsonNode side) {
    NavigableMap<Integer, Double> counts = new TreeMap<>();
    int at = side.path("offset").asInt();
    for (JsonNode n : side.path("counts")) {
      counts.put(at++, n.asDouble());
    }
    return counts;
  }
}
