package io.opencop.runtime.control;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Probe;
import io.opencop.model.app.RestartReason;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what is done to apps onto the timeline, in the words of this platform's language. */
final class Recorder {
  /** Of one that is not our child: it was adopted. */
  private static final Text UNKNOWN = new Text("unknown", "알 수 없음");

  private final Consumer<Change> changes;
  private final Lang lang;

  /** Who asked for an instance to be replaced, by its name. */
  private final Map<String, String> asked = new HashMap<>();

  Recorder(Consumer<Change> changes, Lang lang) {
    this.changes = changes;
    this.lang = lang;
  }

  void record(ChangeKind kind, String app, String version, String author, Notice notice) {
    changes.accept(
        new Change(
            Instant.now(), kind, app, notice.code(), notice.text(lang), author, version, null));
  }

  /** Somebody has asked for this instance to be replaced. */
  void asked(String instance, String who) {
    asked.put(instance, who);
  }

  /** An instance has ended; null where that needs no telling because its rollout was told. */
  void ended(Instance instance, AppState state) {
    RestartReason reason = instance.exit().reason();
    if (reason == RestartReason.RELEASED
        || reason == RestartReason.DELETED
        || reason == RestartReason.SCALED_DOWN
        || reason == RestartReason.ROLLED_BACK) {
      return;
    }
    String version =
        state.release(instance.workload().release()) == null
            ? null
            : state.release(instance.workload().release()).version();
    String who = asked.remove(instance.name());
    record(
        ChangeKind.RESTART,
        state.app().name(),
        version,
        reason == RestartReason.ASKED ? who : null,
        notice(instance, state.app(), who == null ? "OpenCOP" : who));
  }

  /** Why an instance ended, in a sentence. */
  static Notice notice(Instance instance, App app, String who) {
    RestartReason reason = instance.exit().reason();
    Probe liveness = app.health().liveness();
    int failures = liveness == null ? 0 : liveness.failures();
    Duration within = liveness == null ? Duration.ZERO : liveness.period().multipliedBy(failures);
    return reason.with(
        "instance",
        instance.name(),
        "code",
        instance.exit().code() < 0 ? UNKNOWN : instance.exit().code(),
        "failures",
        failures,
        "seconds",
        reason == RestartReason.LIVENESS_FAILED
            ? within.toSeconds()
            : app.health().startup().toSeconds(),
        "used",
        size(instance.memoryBytes()),
        "limit",
        size(app.resources().memoryBytes()),
        "who",
        who);
  }

  private static String size(long bytes) {
    return bytes < 0 ? "?" : String.format(Locale.ROOT, "%.0f MiB", bytes / (double) (1 << 20));
  }
}
