package io.opencop.telemetry.otlp.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message type: its fields by their JSON (lowerCamelCase) names, the only valid ones. */
final class Shape {
  private final Map<String, Field> fields = new HashMap<>();

  /** Null where unknown; unknown fields are ignored, as OTLP asks. */
  Field field(String name) {
    return fields.get(name);
  }

  Shape one(int number, String name, Field.Kind kind) {
    return add(name, new Field(number, kind, false, null, List.of()));
  }

  Shape many(int number, String name, Field.Kind kind) {
    return add(name, new Field(number, kind, true, null, List.of()));
  }

  Shape one(int number, String name, Shape message) {
    return add(name, new Field(number, Field.Kind.MESSAGE, false, message, List.of()));
  }

  Shape many(int number, String name, Shape message) {
    return add(name, new Field(number, Field.Kind.MESSAGE, true, message, List.of()));
  }

  Shape choice(int number, String name, List<String> names) {
    return add(name, new Field(number, Field.Kind.ENUM, false, null, names));
  }

  private Shape add(String name, Field field) {
    fields.put(name, field);
    return this;
  }
}
