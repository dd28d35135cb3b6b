package io.opencop.server.self;

import io.opencop.server.proto.ProtoWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers one round of figures and writes them as OTLP metrics (metrics.proto). */
final class Metrics {
  private static final int CUMULATIVE = 2;

  private enum Kind {
    GAUGE,
    COUNTER,
    UP_DOWN
  }

  private record Name(String name, String unit, Kind kind) {}

  private final Map<Name, List<ProtoWriter>> points = new LinkedHashMap<>();
  private final long startNanos;
  private final long nowNanos;

  Metrics(Instant start, Instant now) {
    this.startNanos = nanos(start);
    this.nowNanos = nanos(now);
  }

  static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  void gauge(String name, String unit, Number value, Map<String, ?> attributes) {
    add(new Name(name, unit, Kind.GAUGE), value, attributes);
  }

  void counter(String name, String unit, Number value, Map<String, ?> attributes) {
    add(new Name(name, unit, Kind.COUNTER), value, attributes);
  }

  /** A sum that also falls. */
  void upDown(String name, String unit, Number value, Map<String, ?> attributes) {
    add(new Name(name, unit, Kind.UP_DOWN), value, attributes);
  }

  private void add(Name name, Number value, Map<String, ?> attributes) {
    ProtoWriter point = new ProtoWriter();
    if (name.kind() != Kind.GAUGE) {
      point.fixed64(2, startNanos);
    }
    point.fixed64(3, nowNanos).fixedDouble(4, value.doubleValue());
    Attribute.of(attributes).forEach(a -> point.message(7, a.proto()));
    points.computeIfAbsent(name, _ -> new ArrayList<>()).add(point);
  }

  List<ProtoWriter> written() {
    List<ProtoWriter> all = new ArrayList<>();
    points.forEach((name, own) -> {
      ProtoWriter data = new ProtoWriter();
      own.forEach(point -> data.message(1, point));
      ProtoWriter metric = new ProtoWriter().text(1, name.name()).text(3, name.unit());
      if (name.kind() == Kind.GAUGE) {
        metric.message(5, data);
      } else {
        data.number(2, CUMULATIVE).number(3, name.kind() == Kind.COUNTER ? 1 : 0);
        metric.message(7, data);
      }
      all.add(metric);
    });
    return all;
  }
}
