package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.rollout.Split;
import java.time.Instant;
import java.util.List;

/** Brings a new release into service, or takes it back. Belongs to the apps' loop. */
final class Takeover {
  private final Desired desired;
  private final AppRuntime runtime;
  private final Recorder recorder;

  Takeover(Desired desired, AppRuntime runtime, Recorder recorder) {
    this.desired = desired;
    this.runtime = runtime;
    this.recorder = recorder;
  }

  /** One step of a rollout. */
  void step(AppState state, List<Instance> own) {
    if (state.active() != 0 && Rolls.hopeless(state, own, Instant.now())) {
      takeBack(state);
      return;
    }
    Split split = Rolls.next(state, own);
    runtime.ensure(new Workload(state.release(state.target()), split.fresh()));
    if (state.active() != 0 && !split.done()) {
      runtime.ensure(new Workload(state.release(state.active()), split.old()));
    }
    // Releases whose own rollout was overtaken by this one.
    state.releases().stream()
        .map(Release::number)
        .filter(n -> n != state.target() && n != state.active() && n != state.kept())
        .forEach(n -> runtime.remove(id(state, n), RestartReason.RELEASED));
    if (split.done()) {
      finish(state);
    }
  }

  private void finish(AppState state) {
    AppState done = state.done(Instant.now(), Rolls.keepOld(state.app()));
    desired.save(done);
    if (state.active() != done.kept()) {
      runtime.remove(id(state, state.active()), RestartReason.RELEASED);
    }
    if (state.kept() != 0 && state.kept() != done.active()) {
      runtime.remove(id(state, state.kept()), RestartReason.RELEASED);
    }
    String app = state.app().name();
    recorder.record(
        ChangeKind.DEPLOY,
        app,
        done.release(done.active()).version(),
        null,
        ControlMessage.TAKEN_OVER.with("app", app, "release", done.active()));
  }

  private void takeBack(AppState state) {
    String app = state.app().name();
    var notice =
        ControlMessage.TAKEN_BACK.with(
            "app", app,
            "release", state.target(),
            "seconds", state.app().health().startup().toSeconds());
    desired.save(state.takenBack(notice.code()));
    runtime.remove(id(state, state.target()), RestartReason.ROLLED_BACK);
    Release kept = state.release(state.active());
    recorder.record(ChangeKind.DEPLOY, app, kept.version(), null, notice);
  }

  /** The release before, which a blue-green rollout lets run for a while. */
  void keep(AppState state) {
    if (state.kept() == 0) {
      return;
    }
    if (Instant.now().isBefore(state.keptUntil())) {
      runtime.ensure(new Workload(state.release(state.kept()), state.wanted()));
    } else {
      desired.save(state.keptNoMore());
      runtime.remove(id(state, state.kept()), RestartReason.RELEASED);
    }
  }

  private static WorkloadId id(AppState state, int release) {
    return new WorkloadId(state.app().name(), release);
  }
}
