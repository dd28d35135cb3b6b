package io.opencop.server.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.opencop.model.message.Near;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns path, query and body of a request into {@link Arguments}, or says all that is wrong. */
public final class ArgumentReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int NAME_WORTH_COMPARING = 64;

  private final Operation operation;
  private final List<Violation> found = new ArrayList<>();
  private final Map<String, JsonNode> values = new HashMap<>();

  private ArgumentReader(Operation operation) {
    this.operation = operation;
  }

  /**
   * @param query as it stands in the URI, or null
   * @param body the request's bytes; ignored where the operation has no body
   * @throws InvalidArgumentsException with every violation
   */
  public static Arguments read(
      Operation operation, Map<String, String> names, String query, byte[] body) {
    ArgumentReader reader = new ArgumentReader(operation);
    reader.parameters(names, query);
    JsonNode json = operation.body() == null ? null : reader.body(body);
    if (!reader.found.isEmpty()) {
      throw new InvalidArgumentsException(reader.found);
    }
    return new Arguments(reader.values, json);
  }

  private void parameters(Map<String, String> names, String query) {
    Map<String, List<String>> given = parsed(query);
    List<String> known = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      List<String> texts =
          parameter.inPath()
              ? List.of(names.get(parameter.name()))
              : given.remove(parameter.name());
      known.add(parameter.name());
      take(parameter, texts);
    }
    for (String unknown : given.keySet()) {
      found.add(new Violation(unknown, Expected.absent(near(unknown, known))));
    }
  }

  private static String near(String name, List<String> known) {
    return name.length() > NAME_WORTH_COMPARING ? null : Near.of(name, known).orElse(null);
  }

  private void take(Parameter parameter, List<String> texts) {
    Schema schema = parameter.schema();
    if (texts == null) {
      if (parameter.required()) {
        found.add(new Violation(parameter.name(), Expected.present()));
      } else if (schema.defaultValue != null) {
        values.put(parameter.name(), schema.defaultValue);
      }
      return;
    }
    JsonNode value;
    if (schema.types.contains("array")) {
      ArrayNode array = NODES.arrayNode();
      texts.forEach(text -> array.add(typed(schema.items, text)));
      value = array;
    } else if (texts.size() > 1) {
      found.add(new Violation(parameter.name(), Expected.once()));
      return;
    } else {
      value = typed(schema, texts.getFirst());
    }
    schema.check(parameter.name(), value, found);
    values.put(parameter.name(), value);
  }

  /** A text that is no number stays a text, and the schema says what was expected. */
  private static JsonNode typed(Schema schema, String text) {
    try {
      if (schema.types.contains("integer")) {
        return NODES.numberNode(Long.parseLong(text));
      }
      if (schema.types.contains("number")) {
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(text);
      }
    } catch (NumberFormatException e) {
      return NODES.textNode(text);
    }
    return NODES.textNode(text);
  }

  private Map<String, List<String>> parsed(String query) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return given;
    }
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      try {
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        given.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      } catch (IllegalArgumentException e) {
        found.add(new Violation(pair, Expected.encoded()));
      }
    }
    return given;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private JsonNode body(byte[] bytes) {
    JsonNode json;
    try {
      json = bytes.length == 0 ? null : JSON.readTree(bytes);
    } catch (JacksonException e) {
      json = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (json == null) {
      found.add(new Violation("", Expected.json()));
      return NullNode.instance;
    }
    operation.body().check("", json, found);
    return json;
  }
}
