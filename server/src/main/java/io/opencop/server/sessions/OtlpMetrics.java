package io.opencop.server.sessions;

import io.opencop.server.proto.ProtoWriter;
import io.opencop.sessions.manager.statistics.Counted;
import io.opencop.sessions.manager.statistics.LogHistogram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one resource at one moment, as OTLP (metrics.proto). */
final class OtlpMetrics {
  private static final int CUMULATIVE = 2;
  private static final int GAUGE = 5;
  private static final int SUM = 7;
  private static final int EXPONENTIAL_HISTOGRAM = 10;

  private record Name(String name, String unit, int kind, boolean monotonic) {}

  private final Map<Name, List<ProtoWriter>> points = new LinkedHashMap<>();
  private final long startNanos;
  private final long atNanos;

  OtlpMetrics(long startMillis, long atMillis) {
    this.startNanos = startMillis * 1_000_000;
    this.atNanos = atMillis * 1_000_000;
  }

  static ProtoWriter attribute(String key, String value) {
    ProtoWriter any = new ProtoWriter().message(1, value.getBytes(StandardCharsets.UTF_8));
    return new ProtoWriter().text(1, key).message(2, any);
  }

  void gauge(String name, String unit, Number value, Map<String, String> attributes) {
    add(new Name(name, unit, GAUGE, false), value, attributes);
  }

  void counter(String name, String unit, Number value, Map<String, String> attributes) {
    add(new Name(name, unit, SUM, true), value, attributes);
  }

  /** A sum that also falls. */
  void upDown(String name, String unit, Number value, Map<String, String> attributes) {
    add(new Name(name, unit, SUM, false), value, attributes);
  }

  private void add(Name name, Number value, Map<String, String> attributes) {
    ProtoWriter point = new ProtoWriter();
    if (name.kind() == SUM) {
      point.fixed64(2, startNanos);
    }
    point.fixed64(3, atNanos).fixedDouble(4, value.doubleValue());
    attributes.forEach((key, text) -> point.message(7, attribute(key, text)));
    points.computeIfAbsent(name, _ -> new ArrayList<>()).add(point);
  }

  /**
   * @param power values are in units of 2^-power of the metric's unit
   */
  void histogram(String name, String unit, Counted counted, int power) {
    if (counted.count() == 0) {
      return;
    }
    int offset = counted.first() - (power << LogHistogram.SCALE);
    ProtoWriter buckets = new ProtoWriter().number(1, zigzag(offset)).packed(2, counted.counts());
    ProtoWriter point =
        new ProtoWriter()
            .fixed64(2, startNanos)
            .fixed64(3, atNanos)
            .fixed64(4, counted.count())
            .fixedDouble(5, Math.scalb((double) counted.sum(), -power))
            .number(6, zigzag(LogHistogram.SCALE))
            .message(8, buckets)
            .fixedDouble(13, Math.scalb((double) counted.most(), -power));
    points
        .computeIfAbsent(new Name(name, unit, EXPONENTIAL_HISTOGRAM, false), _ -> new ArrayList<>())
        .add(point);
  }

  private static long zigzag(int value) {
    return Integer.toUnsignedLong((value << 1) ^ (value >> 31));
  }

  List<ProtoWriter> written() {
    List<ProtoWriter> all = new ArrayList<>();
    points.forEach((name, own) -> {
      ProtoWriter data = new ProtoWriter();
      own.forEach(point -> data.message(1, point));
      if (name.kind() != GAUGE) {
        data.number(2, CUMULATIVE);
      }
      if (name.kind() == SUM) {
        data.number(3, name.monotonic() ? 1 : 0);
      }
      all.add(
          new ProtoWriter().text(1, name.name()).text(3, name.unit()).message(name.kind(), data));
    });
    return all;
  }
}
