package io.opencop.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.server.contract.Contract;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.contract.Operation;
import io.opencop.server.contract.Schema;
import io.opencop.server.contract.Violation;
import io.opencop.server.support.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real answers of every operation against the schemas of the contract. */
class AnswersKeepTheContractTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Map<String, String> QUERIES =
      Map.of(
          "queryMetric", "?name=jvm.memory.used&op=quantile&q=0.9&by=pool&step=10s&attr=a%3Db",
          "compareReleases", "?from=1&to=1",
          "listAttributes", "?signal=spans",
          "listAttributeValues", "?signal=logs&key=http.route",
          "search", "?q=cart",
          "searchTraces", "?attr=http.route%3D%2F&attr=n%3E%3D3&attr=x&min_duration_ms=1.5");
  private static final Map<String, String> BODIES =
      Map.of(
          "postChange",
              """
              {"time":"2026-01-31T09:00:00Z","kind":"deploy","summary":"릴리스 2","service":null}\
              """,
          "sql", "{\"query\":\"select 1\",\"from\":\"now-1h\"}",
          "signIn", "{\"token\":\"" + Platform.OPERATOR + "\"}",
          "createToken", "{\"name\":\"ci\",\"role\":\"viewer\"}",
          "applyApps",
              """
              {"manifest":"{apiVersion: opencop.io/v1alpha1, kind: App, metadata: {name: sleeper},\
               spec: {source: {command: [sleep, '600']}, env: {A: b}}}"}\
              """,
          "diffApps",
              """
              {"manifest":"{apiVersion: opencop.io/v1alpha1, kind: App, metadata: {name: other},\
               spec: {source: {command: [sleep, '600']}, env: {A: b}}}"}\
              """,
          "scaleApp", "{\"replicas\":2}",
          "undoApp", "{\"release\":1}",
          "setSecret", "{\"value\":\"x\"}",
          "backup", "{\"path\":\"target/backup\"}");

  @TempDir Path folder;

  @Test
  void everyAnswerIsWhatItsSchemaSays() throws Exception {
    Contract contract = ContractReader.read();
    try (Platform platform = new Platform(folder)) {
      for (Operation operation : contract.operations()) {
        if (operation.id().equals("tailLogs")) {
          continue; // events, not JSON; LogTailTest looks at them
        }
        if (operation.path().startsWith("/api/v1/apps/{app}/sessions")) {
          continue; // without a session grid there are none; SessionFiguresTest looks at them
        }
        HttpResponse<String> answer = platform.send(request(platform, operation));
        String status = Integer.toString(answer.statusCode());
        assertThat(answer.statusCode()).as(operation.id() + answer.body()).isBetween(200, 204);
        if (answer.statusCode() != 204) {
          Schema schema = operation.answers().get(status);
          assertThat(schema).as(operation.id() + " has a schema for " + status).isNotNull();
          JsonNode json = new ObjectMapper().readTree(answer.body());
          List<Violation> found = new ArrayList<>();
          schema.check("", json, found);
          assertThat(found).as(operation.id() + ": " + answer.body()).isEmpty();
          assertThat(unknown(schema, json, "")).as(operation.id()).isEmpty();
        }
      }
    }
  }

  private static HttpRequest.Builder request(Platform platform, Operation operation) {
    String path = operation.path();
    path =
        path.replace("{service}", "%EC%B9%B4%ED%8A%B8")
            .replace("{trace_id}", TRACE)
            .replace("{name}", "ci")
            .replace("{app}", "sleeper")
            .replace("{secret}", "db")
            .replace("{key}", "password")
            .replace("{instance}", path.contains("{instance}") ? instance(platform) : "")
            .replace("{span_id}", "b7ad6b7169203331");
    HttpRequest.Builder request = platform.asAdmin(path + QUERIES.getOrDefault(operation.id(), ""));
    String body = BODIES.get(operation.id());
    if (body != null) {
      request.header("content-type", "application/json");
    }
    return request.method(
        operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** An instance that runs of the app that was applied before. */
  private static String instance(Platform platform) {
    return await().until(() -> starting(platform), name -> !name.isEmpty());
  }

  private static String starting(Platform platform) throws Exception {
    JsonNode app = new ObjectMapper().readTree(platform.get("/api/v1/apps/sleeper").body());
    for (JsonNode one : app.path("instances")) {
      if (one.path("state").asText().equals("starting")) {
        return one.path("name").asText();
      }
    }
    return "";
  }

  /** Fields we send that the contract does not know: the contract would be incomplete. */
  private static Set<String> unknown(Schema schema, JsonNode json, String at) {
    return schema.undocumented(json, at).collect(Collectors.toSet());
  }
}
