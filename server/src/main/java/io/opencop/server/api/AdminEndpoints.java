package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.server.apps.AppsBackup;
import io.opencop.server.config.LoadedConfig;
import io.opencop.telemetry.BackupStore;
import io.opencop.telemetry.TelemetryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Liveness, configuration, seal and backup. */
final class AdminEndpoints {
  private final TelemetryStore store;
  private final Path data;
  private final List<LoadedConfig.Shown> settings;
  private final String version;
  private final BooleanSupplier ready;

  /**
   * @param data folder of the platform
   */
  AdminEndpoints(
      TelemetryStore store,
      Path data,
      List<LoadedConfig.Shown> settings,
      String version,
      BooleanSupplier ready) {
    this.store = store;
    this.data = data;
    this.settings = settings;
    this.version = version;
    this.ready = ready;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .add("live", _ -> alive())
        .add("ready", this::ready)
        .add("getConfig", this::config)
        .add("seal", _ -> Reply.ok(store.seal()))
        .add("backup", this::backup);
  }

  private Reply alive() {
    return Reply.ok(Map.of("status", "ok", "version", version));
  }

  private Reply ready(Call call) {
    if (!ready.getAsBoolean()) {
      String reason = call.lang() == Lang.KO ? "시작하거나 멈추는 중" : "it is starting or stopping";
      throw new ProblemException(
          503, ApiMessage.NOT_READY.with("reason", reason), Map.of("retry-after", "1"));
    }
    return alive();
  }

  private Reply config(Call call) {
    return Reply.ok(
        Map.of("settings", settings.stream().map(s -> setting(s, call.lang())).toList()));
  }

  private static Map<String, Object> setting(LoadedConfig.Shown shown, Lang lang) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("key", shown.key().name());
    all.put("value", shown.value());
    all.put("source", shown.origin().toString());
    all.put("default", shown.key().setting().value());
    all.put(
        "description", lang == Lang.KO ? shown.key().setting().ko() : shown.key().setting().en());
    all.put("secret", shown.key().setting().secret());
    return all;
  }

  private Reply backup(Call call) {
    if (!(store instanceof BackupStore backups)) {
      throw new ProblemException(501, ApiMessage.NOT_OFFERED.with("what", "backup"));
    }
    try {
      Path target = Path.of(call.arguments().body().get("path").asText());
      BackupStore.BackupReport store = backups.backup(target);
      AppsBackup.Copied apps = AppsBackup.copy(data, Path.of(store.path()));
      return Reply.ok(
          new BackupStore.BackupReport(
              store.path(), store.files() + apps.files(), store.bytes() + apps.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the apps could not be copied", e);
    } catch (InvalidPathException e) {
      throw new ProblemException(400, ApiMessage.BAD_QUESTION.with("reason", e.getMessage()));
    }
  }
}
