package io.opencop.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The checked arguments of one call, by the names of the contract; defaults are filled in. */
public final class Arguments {
  private final Map<String, JsonNode> values;
  private final JsonNode body;

  Arguments(Map<String, JsonNode> values, JsonNode body) {
    this.values = values;
    this.body = body;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Null where it was not given. */
  public String text(String name) {
    JsonNode value = values.get(name);
    return value == null ? null : value.asText();
  }

  /** For parameters that have a default, or were given. */
  public int integer(String name) {
    return values.get(name).asInt();
  }

  /** Null where it was not given. */
  public Double number(String name) {
    JsonNode value = values.get(name);
    return value == null ? null : value.asDouble();
  }

  public List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    if (values.containsKey(name)) {
      values.get(name).forEach(v -> all.add(v.asText()));
    }
    return all;
  }

  /** The request's JSON; null for operations without one. */
  public JsonNode body() {
    return body;
  }
}
