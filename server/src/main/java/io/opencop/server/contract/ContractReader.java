package io.opencop.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.opencop.server.auth.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads openapi.yaml once, at start. */
public final class ContractReader {
  private static final String RESOURCE = "/openapi.yaml";
  private static final String TIME_PARAMETER = "#/components/schemas/TimeParam";

  private final JsonNode root;
  private final Map<String, Schema> references = new HashMap<>();

  private ContractReader(JsonNode root) {
    this.root = root;
  }

  /** The contract on the class path. */
  public static Contract read() {
    try (InputStream in = ContractReader.class.getResourceAsStream(RESOURCE)) {
      Objects.requireNonNull(in, RESOURCE);
      return new ContractReader(new YAMLMapper().readTree(in)).contract();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Contract contract() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, node) ->
                operations.add(operation(path, method.toUpperCase(Locale.ROOT), node))));
    return new Contract(operations);
  }

  private Operation operation(String path, String method, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : node.path("parameters")) {
      JsonNode p = resolve(parameter);
      parameters.add(
          new Parameter(
              p.path("name").asText(),
              p.path("in").asText().equals("path"),
              p.path("required").asBoolean(),
              schema(p.get("schema"))));
    }
    Map<String, Schema> answers = new HashMap<>();
    node.path("responses")
        .forEachEntry((status, response) ->
            resolve(response)
                .path("content")
                .forEach(media -> answers.put(status, schema(media.get("schema")))));
    JsonNode body = node.path("requestBody").path("content").path("application/json").get("schema");
    return new Operation(
        node.path("operationId").asText(),
        method,
        path,
        // Deny by default: an operation without a role cannot be read at all.
        Role.of(node.required("x-role").asText()),
        List.copyOf(parameters),
        body == null ? null : schema(body),
        Map.copyOf(answers));
  }

  private Schema schema(JsonNode node) {
    JsonNode reference = node.get("$ref");
    if (reference == null) {
      return build(node, false);
    }
    String name = reference.asText();
    Schema known = references.get(name);
    return known != null ? known : named(name);
  }

  private Schema named(String name) {
    JsonNode target = target(name);
    Schema schema = new Schema(target, name.equals(TIME_PARAMETER));
    // Known before its parts are read: a schema may hold itself.
    references.put(name, schema);
    schema.nested(target, this::schema);
    return schema;
  }

  private Schema build(JsonNode node, boolean timeParameter) {
    Schema schema = new Schema(node, timeParameter);
    schema.nested(node, this::schema);
    return schema;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : target(reference.asText());
  }

  private JsonNode target(String reference) {
    JsonNode node = root.at(reference.substring(1));
    if (node.isMissingNode()) {
      throw new IllegalArgumentException("the contract refers to " + reference + ", which is not");
    }
    return node;
  }
}
