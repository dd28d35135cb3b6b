package io.opencop.telemetry.memory;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attribute keys and values of a signal. */
record MemoryAttributes(long time, Map<String, Object> own, Map<String, Object> resource) {
  static List<MemoryAttributes> of(Items all, Signal signal) {
    Stream<MemoryAttributes> items =
        switch (signal) {
          case SPANS ->
              all.spans.stream()
                  .map(s ->
                      new MemoryAttributes(s.start(), s.row().attributes(), s.row().resource()));
          case LOGS ->
              all.logs.stream()
                  .map(l ->
                      new MemoryAttributes(l.time(), l.row().attributes(), l.row().resource()));
          case METRICS ->
              all.points.stream()
                  .map(p ->
                      new MemoryAttributes(
                          p.point().time(), p.series().attributes(), p.series().resource()));
        };
    return items.toList();
  }

  static List<AttributeKey> keys(List<MemoryAttributes> items) {
    Map<String, AttributeKey> keys = new TreeMap<>();
    for (MemoryAttributes i : items) {
      i.own.forEach((k, v) -> keys.putIfAbsent(k + "\0own", new AttributeKey(k, type(v), false)));
      i.resource.forEach(
          (k, v) -> keys.putIfAbsent(k + "\0resource", new AttributeKey(k, type(v), true)));
    }
    return List.copyOf(keys.values());
  }

  static List<AttributeValue> values(List<MemoryAttributes> items, AttributeValuesQuery q) {
    TimeRange range = q.range();
    Map<String, Long> counts =
        items.stream()
            .filter(i -> range.contains(Nanos.instant(i.time)))
            .map(i -> Values.text(i.own.getOrDefault(q.key(), i.resource.get(q.key()))))
            .filter(Objects::nonNull)
            .filter(v -> q.prefix() == null || v.startsWith(q.prefix()))
            .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> new AttributeValue(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(AttributeValue::count)
                .reversed()
                .thenComparing(AttributeValue::value))
        .limit(q.limit())
        .toList();
  }

  private static String type(Object value) {
    return switch (value) {
      case Long _ -> "int";
      case Double _ -> "double";
      case Boolean _ -> "bool";
      case null, default -> "string";
    };
  }
}
