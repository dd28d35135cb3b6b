package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.model.message.Notice;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.rollout.Split;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings a new release into service, or takes it back. Belongs to the apps' loop. */
final class Takeover {
  private final Desired desired;
  private final AppRuntime runtime;
  private final Recorder recorder;
  private final CanaryRun canaries;
  private final Stopwatch watch = new Stopwatch();

  Takeover(Desired desired, AppRuntime runtime, Recorder recorder, CanaryRun canaries) {
    this.desired = desired;
    this.runtime = runtime;
    this.recorder = recorder;
    this.canaries = canaries;
  }

  /** One step of a rollout. */
  void step(AppState state, List<Instance> own) {
    Duration since = watch.of(state.app().name(), List.of(state.target(), state.began()));
    overtaken(state);
    boolean watched = state.active() != 0 && state.wanted() > 0;
    if (watched && Rolls.hopeless(state, own, since) && state.progress().since() == null) {
      takeBack(state, late(state));
    } else if (watched && state.app().rollout() instanceof Rollout.Canary how) {
      switch (canaries.step(state, how, own)) {
        case CanaryRun.Next.Wait _ -> {}
        case CanaryRun.Next.Promote _ -> finish(state);
        case CanaryRun.Next.TakeBack back -> takeBack(state, back.why());
      }
    } else {
      replace(state, own);
    }
  }

  private void replace(AppState state, List<Instance> own) {
    Split split = Rolls.next(state, own);
    runtime.ensure(new Workload(state.release(state.target()), split.fresh()));
    if (state.active() != 0 && !split.done()) {
      runtime.ensure(new Workload(state.release(state.active()), split.old()));
    }
    if (split.done()) {
      finish(state);
    }
  }

  /** Releases whose own rollout was overtaken by this one. */
  private void overtaken(AppState state) {
    state.releases().stream()
        .map(Release::number)
        .filter(n -> n != state.target() && n != state.active() && n != state.kept())
        .forEach(n -> runtime.remove(id(state, n), RestartReason.RELEASED));
  }

  private void finish(AppState state) {
    canaries.forget(state.app().name());
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

  private static Notice late(AppState state) {
    return ControlMessage.TAKEN_BACK.with(
        "app", state.app().name(),
        "release", state.target(),
        "seconds", state.app().health().startup().toSeconds());
  }

  private void takeBack(AppState state, Notice notice) {
    String app = state.app().name();
    canaries.forget(app);
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
