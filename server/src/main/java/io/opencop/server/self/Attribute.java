package io.opencop.server.self;

import io.opencop.server.proto.ProtoWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One attribute of our own telemetry: a text or a whole number (OTLP common.proto, KeyValue). */
record Attribute(String key, Object value) {
  static List<Attribute> of(Map<String, ?> values) {
    return values.entrySet().stream().map(e -> new Attribute(e.getKey(), e.getValue())).toList();
  }

  ProtoWriter proto() {
    ProtoWriter any = new ProtoWriter();
    if (value instanceof Number number) {
      any.fixedNumber(3, number.longValue());
    } else {
      any.message(1, value.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new ProtoWriter().text(1, key).message(2, any);
  }
}
