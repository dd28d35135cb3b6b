package io.opencop.runtime.manifest.shape;

import io.opencop.model.message.Lang;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shape as JSON Schema (draft 2020-12), so that editors complete and check manifests. */
public final class JsonSchema {
  private final Lang lang;

  public JsonSchema(Lang lang) {
    this.lang = lang;
  }

  /** Plain maps, lists and values; any JSON library prints them. */
  public Map<String, Object> document(Shape shape, String id) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.putAll(of(shape));
    return schema;
  }

  private Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Fields fields -> fields(fields);
      case Shape.Entries entries ->
          map(
              "type", "object",
              "propertyNames", of(entries.key()),
              "additionalProperties", of(entries.value()));
      case Shape.Items items -> map("type", "array", "items", of(items.each()));
      case Shape.Either either -> map("anyOf", List.of(of(either.brief()), of(either.whole())));
      case Shape.Scalar scalar -> scalar(scalar);
    };
  }

  private Map<String, Object> fields(Shape.Fields shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Shape.Field field : shape.fields().values()) {
      Map<String, Object> property = of(field.shape());
      property.put("description", field.about().in(lang));
      properties.put(field.name(), property);
    }
    Map<String, Object> schema =
        map("type", "object", "properties", properties, "additionalProperties", false);
    List<String> required =
        shape.fields().values().stream()
            .filter(Shape.Field::required)
            .map(Shape.Field::name)
            .toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> scalar(Shape.Scalar shape) {
    return switch (shape.kind()) {
      case TEXT -> {
        // YAML's plain numbers and booleans are text where text is wanted.
        Map<String, Object> schema = map("type", List.of("string", "number", "boolean"));
        if (!shape.choices().isEmpty()) {
          schema = map("enum", shape.choices());
        } else if (!shape.pattern().isEmpty()) {
          schema.put("pattern", "^(" + shape.pattern() + ")$");
        }
        yield schema;
      }
      case WHOLE -> map("type", "integer", "minimum", shape.least(), "maximum", shape.most());
      case NUMBER -> map("type", "number", "minimum", 0);
      case YES_NO -> map("type", "boolean");
      case BYTES, CORES, DURATION, AMOUNT ->
          map(
              "type",
              List.of("string", "number"),
              "pattern",
              "^(" + Values.pattern(shape.kind()) + ")$");
    };
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
