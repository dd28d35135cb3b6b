package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import io.opencop.model.message.CopException;
import io.opencop.runtime.control.AppState;
import io.opencop.runtime.control.AppStatus;
import io.opencop.runtime.control.Apps;
import io.opencop.runtime.control.ControlMessage;
import io.opencop.runtime.control.Differences;
import io.opencop.runtime.manifest.AppShape;
import io.opencop.runtime.manifest.Manifests;
import io.opencop.runtime.manifest.shape.JsonSchema;
import io.opencop.server.apps.Hosting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The apps this platform runs: what is wanted of them, and how they are. */
final class AppEndpoints {
  private static final String SCHEMA_ID = "urn:opencop:app:v1alpha1";

  private final Hosting hosting;

  AppEndpoints(Hosting hosting) {
    this.hosting = hosting;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .add("listApps", _ -> list())
        .add("applyApps", this::apply)
        .add("diffApps", this::diff)
        .add("getApp", call -> one(call.text("app")))
        .add("deleteApp", this::delete)
        .add("scaleApp", this::scale)
        .add("restartApp", this::restart)
        .add("restartInstance", this::restartInstance)
        .add("appRoutes", this::routes)
        .add("compareReleases", this::compare)
        .add("undoApp", this::undo)
        .add("appSchema", AppEndpoints::schema);
  }

  private Reply list() {
    return Reply.ok(Map.of("apps", apps().list().stream().map(AppView::of).toList()));
  }

  private Reply one(String app) {
    return Reply.ok(AppView.of(status(app)));
  }

  private AppStatus status(String app) {
    return apps()
        .get(app)
        .orElseThrow(() -> new CopException(ControlMessage.NO_APP.with("app", app)));
  }

  private Reply restartInstance(Call call) {
    String app = call.text("app");
    apps().restart(app, call.text("instance"), call.caller().name());
    return one(app);
  }

  private Reply routes(Call call) {
    return Reply.ok(new AppGateway(hosting.host().gatewayFolder()).of(status(call.text("app"))));
  }

  private Reply compare(Call call) {
    AppState state = status(call.text("app")).state();
    return Reply.ok(
        ReleaseComparison.of(
            release(state, call.integer("from")),
            release(state, call.integer("to")),
            call.caller().role()));
  }

  private static Release release(AppState state, int number) {
    return state.releases().stream()
        .filter(r -> r.number() == number)
        .findFirst()
        .orElseThrow(() ->
            new CopException(
                ControlMessage.NO_RELEASE.with("app", state.app().name(), "release", number)));
  }

  private static List<App> wanted(JsonNode body) {
    // Without a folder only absolute paths name anything.
    Path folder = Path.of(body.path("folder").asText("/"));
    return Manifests.read(body.path("source").asText("-"), body.path("manifest").asText(), folder);
  }

  private Reply diff(Call call) {
    List<Map<String, Object>> apps =
        hosting.host().differences(wanted(call.arguments().body())).stream()
            .map(AppEndpoints::difference)
            .toList();
    return Reply.ok(Map.of("apps", apps));
  }

  private static Map<String, Object> difference(Differences differences) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", differences.app());
    one.put("changed", differences.any());
    one.put("before", differences.before());
    one.put("after", differences.after());
    return one;
  }

  private Reply apply(Call call) {
    JsonNode body = call.arguments().body();
    List<App> wanted = wanted(body);
    boolean dryRun = body.path("dry_run").asBoolean(false);
    List<Map<String, Object>> applied = new ArrayList<>();
    hosting
        .host()
        .apply(wanted, dryRun, call.caller().name())
        .forEach((name, result) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("name", name);
          one.put("result", result.name().toLowerCase(Locale.ROOT));
          applied.add(one);
        });
    return Reply.ok(Map.of("apps", applied, "dry_run", dryRun));
  }

  private Reply delete(Call call) {
    apps().delete(call.text("app"), call.caller().name());
    return new Reply.Empty(Map.of());
  }

  private Reply scale(Call call) {
    int replicas = call.arguments().body().path("replicas").asInt();
    apps().scale(call.text("app"), replicas, call.caller().name());
    return one(call.text("app"));
  }

  private Reply restart(Call call) {
    apps().restart(call.text("app"), call.caller().name());
    return one(call.text("app"));
  }

  private Reply undo(Call call) {
    int release = call.arguments().body().path("release").asInt(0);
    apps().undo(call.text("app"), release, call.caller().name());
    return one(call.text("app"));
  }

  private static Reply schema(Call call) {
    return Reply.ok(new JsonSchema(call.lang()).document(AppShape.manifest(), SCHEMA_ID));
  }

  private Apps apps() {
    return hosting.host().apps();
  }
}
