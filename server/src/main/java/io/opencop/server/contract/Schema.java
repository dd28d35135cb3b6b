package io.opencop.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.message.Near;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of JSON Schema 2020-12 our contract is written in: type, enum, pattern, format
 * date-time, lengths, bounds, items, properties, required, additionalProperties, anyOf and $ref. A
 * keyword beyond these fails the reading of the contract, so that nothing stands there without
 * effect.
 */
public final class Schema {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "enum",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "items",
          "maxItems",
          "properties",
          "required",
          "additionalProperties",
          "anyOf",
          "$ref",
          "description",
          "default");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  final List<String> types = new ArrayList<>();
  final List<String> values = new ArrayList<>();
  final Map<String, Schema> properties = new LinkedHashMap<>();
  private final Set<String> required = new HashSet<>();
  private final List<Schema> anyOf = new ArrayList<>();
  final JsonNode defaultValue;
  private final Pattern pattern;
  private final boolean dateTime;
  private final int minLength;
  private final int maxLength;
  private final int maxItems;
  private final Double minimum;
  private final Double maximum;
  private final String minimumText;
  private final String maximumText;
  Schema items;
  private Schema additional;
  private boolean closed;

  private final boolean timeParameter;

  /** Reads one schema; references are looked up by the reader, which breaks cycles. */
  Schema(JsonNode node, boolean timeParameter) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException("the contract uses the unknown keyword " + name);
          }
        });
    this.timeParameter = timeParameter;
    JsonNode type = node.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(t -> types.add(t.asText()));
    // A null among them is allowed by the type, which is checked first.
    node.path("enum").forEach(v -> values.add(v.asText()));
    node.path("required").forEach(name -> required.add(name.asText()));
    defaultValue = node.get("default");
    pattern = node.has("pattern") ? Pattern.compile(node.get("pattern").asText()) : null;
    dateTime = node.path("format").asText().equals("date-time");
    minLength = node.path("minLength").asInt(0);
    maxLength = node.path("maxLength").asInt(Integer.MAX_VALUE);
    maxItems = node.path("maxItems").asInt(Integer.MAX_VALUE);
    minimum = node.has("minimum") ? node.get("minimum").asDouble() : null;
    maximum = node.has("maximum") ? node.get("maximum").asDouble() : null;
    minimumText = node.path("minimum").asText(null);
    maximumText = node.path("maximum").asText(null);
  }

  void nested(JsonNode node, Function<JsonNode, Schema> read) {
    node.path("properties").forEachEntry((name, s) -> properties.put(name, read.apply(s)));
    node.path("anyOf").forEach(s -> anyOf.add(read.apply(s)));
    if (node.has("items")) {
      items = read.apply(node.get("items"));
    }
    JsonNode more = node.path("additionalProperties");
    closed = more.isBoolean() && !more.asBoolean();
    additional = more.isObject() ? read.apply(more) : null;
  }

  /** Adds whatever is wrong with the value to {@code found}. */
  public void check(String field, JsonNode value, List<Violation> found) {
    if (!anyOf.isEmpty()) {
      checkAny(field, value, found);
      return;
    }
    if (!types.isEmpty() && types.stream().noneMatch(t -> isOfType(t, value))) {
      found.add(new Violation(field, Expected.type(types)));
      return;
    }
    if (value.isNull()) {
      return;
    }
    if (!values.isEmpty() && !values.contains(value.asText())) {
      found.add(new Violation(field, Expected.oneOf(values)));
    } else if (value.isTextual()) {
      checkText(field, value.asText(), found);
    } else if (value.isNumber()) {
      checkNumber(field, value.asDouble(), found);
    } else if (value.isArray()) {
      checkArray(field, value, found);
    } else if (value.isObject()) {
      checkObject(field, value, found);
    }
  }

  private void checkAny(String field, JsonNode value, List<Violation> found) {
    List<Violation> first = null;
    for (Schema one : anyOf) {
      List<Violation> own = new ArrayList<>();
      one.check(field, value, own);
      if (own.isEmpty()) {
        return;
      }
      first = first == null ? own : first;
    }
    found.addAll(first);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("the contract uses the unknown type " + type);
    };
  }

  private void checkText(String field, String text, List<Violation> found) {
    int length = text.codePointCount(0, text.length());
    if (length < minLength || length > maxLength) {
      found.add(new Violation(field, Expected.length(minLength, maxLength)));
    } else if (pattern != null && !pattern.matcher(text).find()) {
      found.add(
          new Violation(
              field, timeParameter ? Expected.time() : Expected.pattern(pattern.pattern())));
    } else if (dateTime && !DATE_TIME.matcher(text).matches()) {
      found.add(new Violation(field, Expected.time()));
    }
  }

  private void checkNumber(String field, double number, List<Violation> found) {
    if ((minimum != null && number < minimum) || (maximum != null && number > maximum)) {
      found.add(new Violation(field, Expected.range(minimumText, maximumText)));
    }
  }

  private void checkArray(String field, JsonNode array, List<Violation> found) {
    if (array.size() > maxItems) {
      found.add(new Violation(field, Expected.items(maxItems)));
      return;
    }
    for (int i = 0; items != null && i < array.size(); i++) {
      items.check(field + "[" + i + "]", array.get(i), found);
    }
  }

  private void checkObject(String field, JsonNode object, List<Violation> found) {
    String prefix = field.isEmpty() ? "" : field + ".";
    for (String name : required) {
      if (!object.has(name)) {
        found.add(new Violation(prefix + name, Expected.present()));
      }
    }
    object.forEachEntry((name, value) -> {
      Schema schema = properties.getOrDefault(name, additional);
      if (schema != null) {
        schema.check(prefix + name, value, found);
      } else if (closed) {
        found.add(new Violation(prefix + name, Expected.absent(near(name))));
      }
    });
  }

  private String near(String name) {
    return name.length() > 64 ? null : Near.of(name, properties.keySet()).orElse(null);
  }

  /** The places of fields that the schema neither names nor allows by additionalProperties. */
  public Stream<String> undocumented(JsonNode value, String at) {
    if (!anyOf.isEmpty()) {
      return value.isNull() ? Stream.empty() : anyOf.getFirst().undocumented(value, at);
    }
    if (value.isArray() && items != null) {
      return value.valueStream().flatMap(v -> items.undocumented(v, at + "[]"));
    }
    if (!value.isObject() || properties.isEmpty()) {
      return Stream.empty();
    }
    return value
        .propertyStream()
        .flatMap(entry -> {
          String place = at + "." + entry.getKey();
          Schema schema = properties.getOrDefault(entry.getKey(), additional);
          return schema == null ? Stream.of(place) : schema.undocumented(entry.getValue(), place);
        });
  }
}
