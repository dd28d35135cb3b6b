package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Page;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** What was done to the apps. */
final class ChangeEndpoints {
  private final TelemetryStore store;

  ChangeEndpoints(TelemetryStore store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints.add("listChanges", queries.limited(this::list)).add("postChange", this::post);
  }

  private Reply list(Call call) {
    String kind = call.text("kind");
    Answer<Page<Change>> found =
        store.changes(
            new ChangeQuery(
                call.range(),
                call.text("service"),
                kind == null ? null : kind(kind),
                call.integer("limit"),
                call.text("cursor")));
    return Json.page(
        "changes", new Answer<>(ChangeWords.in(call.lang(), found.value()), found.cost()));
  }

  private static ChangeKind kind(String text) {
    return ChangeKind.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private Reply post(Call call) {
    JsonNode body = call.arguments().body();
    Change change =
        new Change(
            Times.instant("time", body.get("time").asText(), call.now()),
            kind(body.get("kind").asText()),
            text(body, "service"),
            text(body, "id"),
            body.get("summary").asText(),
            text(body, "author"),
            text(body, "version"),
            text(body, "diff"));
    try {
      store.appendChange(change).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AppendException refused) {
        throw refused;
      }
      throw e;
    }
    return new Reply.Json(201, change, Map.of());
  }

  private static String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }
}
