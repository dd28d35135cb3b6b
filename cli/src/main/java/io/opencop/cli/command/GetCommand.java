package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.ListView;
import io.opencop.cli.output.Views;
import io.opencop.model.message.Near;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cop get KIND [NAME]}. */
@Command(name = "get")
final class GetCommand extends CopCommand {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("apps", "apps"),
          Map.entry("app", "apps"),
          Map.entry("instances", "instances"),
          Map.entry("instance", "instances"),
          Map.entry("sessions", "sessions"),
          Map.entry("session", "sessions"),
          Map.entry("services", "services"),
          Map.entry("service", "services"),
          Map.entry("svc", "services"),
          Map.entry("traces", "traces"),
          Map.entry("trace", "traces"),
          Map.entry("logs", "logs"),
          Map.entry("log", "logs"),
          Map.entry("metrics", "metrics"),
          Map.entry("metric", "metrics"),
          Map.entry("changes", "changes"),
          Map.entry("change", "changes"),
          Map.entry("operations", "operations"),
          Map.entry("operation", "operations"),
          Map.entry("op", "operations"),
          Map.entry("patterns", "patterns"),
          Map.entry("pattern", "patterns"));

  @Parameters(index = "0", paramLabel = "KIND")
  String kind;

  @Parameters(index = "1", paramLabel = "NAME", arity = "0..1")
  String name;

  @Mixin ClientOptions client;
  @Mixin Filters filters;
  @Spec CommandSpec spec;

  GetCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    String known = KINDS.get(kind);
    if (known == null) {
      String near =
          Near.of(kind, KINDS.keySet())
              .map(n -> say(" Did you mean ", " 혹시 ") + n + "?")
              .orElse("");
      throw new ParameterException(
          spec.commandLine(),
          say("There is no kind " + kind, kind + "(이)라는 종류는 없습니다") + "." + near);
    }
    Api api = client.api(terminal);
    switch (known) {
      case "apps" -> show(apps(api), Views.APPS);
      case "instances" -> show(instances(apps(api)), Views.INSTANCES);
      case "sessions" -> new SessionsText(terminal, client, appName()).list(api);
      case "services" ->
          show(only("service", api.get("/api/v1/services", query())), Views.SERVICES);
      case "traces" -> show(api.get("/api/v1/traces", query()), Views.TRACES);
      case "logs" -> show(api.get("/api/v1/logs", query()), Views.LOGS);
      case "patterns" -> show(api.get("/api/v1/logs/patterns", query()), Views.PATTERNS);
      case "metrics" -> show(api.get("/api/v1/metrics", query().with("text", name)), Views.METRICS);
      case "changes" -> show(api.get("/api/v1/changes", query()), Views.CHANGES);
      default -> show(operations(api), Views.OPERATIONS);
    }
    return OK;
  }

  /** Sessions are of an app. */
  private String appName() {
    if (name == null) {
      throw new ParameterException(
          spec.commandLine(), say("Say of which app: sessions APP.", "어느 앱인지 쓰십시오: sessions 앱."));
    }
    return name;
  }

  /** All, or the one that is named; which must be there. */
  private JsonNode apps(Api api) {
    if (name == null) {
      return api.get("/api/v1/apps");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("apps").add(api.get("/api/v1/apps/" + Query.segment(name)));
    return answer;
  }

  /** Each with the name of its app. */
  private static JsonNode instances(JsonNode apps) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode all = answer.putArray("instances");
    for (JsonNode app : apps.path("apps")) {
      for (JsonNode instance : app.path("instances")) {
        all.addObject().put("app", app.path("name").asText()).setAll((ObjectNode) instance);
      }
    }
    return answer;
  }

  private Query query() {
    return filters.on(client.range());
  }

  private void show(JsonNode answer, ListView view) {
    client.printer(terminal).list(answer, view);
  }

  /** The list with only the item of the given name, where one was given. */
  private JsonNode only(String field, JsonNode answer) {
    if (name == null) {
      return answer;
    }
    ObjectNode copy = answer.deepCopy();
    ArrayNode kept = copy.putArray(field + "s");
    answer.path(field + "s").forEach(i -> keep(kept, i, field));
    return copy;
  }

  private void keep(ArrayNode kept, JsonNode item, String field) {
    if (item.path(field).asText().equals(name)) {
      kept.add(item);
    }
  }

  /** Operations of one service, or of all, the busiest first. */
  private JsonNode operations(Api api) {
    String service = name != null ? name : filters.service;
    List<String> services = new ArrayList<>();
    if (service != null) {
      services.add(service);
    } else {
      api.get("/api/v1/services", client.range())
          .path("services")
          .forEach(s -> services.add(s.path("service").asText()));
    }
    List<JsonNode> found = new ArrayList<>();
    for (String s : services) {
      api.get("/api/v1/services/" + Query.segment(s), client.range())
          .path("operations")
          .forEach(found::add);
    }
    found.sort(Comparator.comparingDouble((JsonNode o) -> -o.at("/red/rate").asDouble()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("operations").addAll(found);
    return answer;
  }
}
