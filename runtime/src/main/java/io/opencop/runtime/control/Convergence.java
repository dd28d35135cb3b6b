package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.scale.Decision;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings about what is wanted, a step at a time. Belongs to the apps' loop. */
final class Convergence {
  private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);

  private final Desired desired;

  /** What was last told of an app that cannot be brought on. */
  private final Map<String, String> troubles = new HashMap<>();

  private final AppRuntime runtime;
  private final Recorder recorder;
  private final Scaling scaling;
  private final Takeover takeover;
  private final Slumber slumber;
  private final Traffic traffic;

  Convergence(
      Desired desired,
      AppRuntime runtime,
      Recorder recorder,
      Scaling scaling,
      CanaryRun canaries,
      Traffic traffic) {
    this.desired = desired;
    this.runtime = runtime;
    this.recorder = recorder;
    this.scaling = scaling;
    this.takeover = new Takeover(desired, runtime, recorder, canaries);
    this.slumber = new Slumber(traffic);
    this.traffic = traffic;
  }

  /** One step for every app. The caller holds what is wanted. */
  void step() {
    List<Instance> all = runtime.instances();
    forgotten(all);
    traffic.want(desired.all().stream().anyMatch(Convergence::asksGateway));
    for (AppState state : desired.all()) {
      String app = state.app().name();
      try {
        step(state, AppStatus.of(app, all));
        troubles.remove(app);
      } catch (RuntimeException e) {
        // A full disk, say: the others go on, and this one is tried again.
        if (!String.valueOf(e.getMessage())
            .equals(troubles.put(app, String.valueOf(e.getMessage())))) {
          LOG.error("{} cannot be brought on", app, e);
        }
      }
    }
  }

  private void step(AppState state, List<Instance> own) {
    if (state.rolling()) {
      slumber.forget(state.app().name());
      takeover.step(state, own);
    } else {
      AppState scaled = scaled(slept(state), own);
      runtime.ensure(new Workload(scaled.release(scaled.active()), scaled.wanted()));
      takeover.keep(scaled);
    }
  }

  private static boolean asksGateway(AppState state) {
    return state.app().scale().min() == 0
        || (state.rolling() && state.app().rollout() instanceof Rollout.Canary)
        || state.app().scale().targets().stream().anyMatch(Measured::byGateway);
  }

  private AppState slept(AppState state) {
    if (state.bounds().min() > 0 || state.app().scale().min() > 0) {
      return state;
    }
    return slumber
        .look(state)
        .map(replicas -> {
          AppState next = state.withReplicas(replicas);
          desired.save(next);
          String app = state.app().name();
          recorder.record(
              ChangeKind.SCALE,
              app,
              null,
              null,
              replicas == 0
                  ? ControlMessage.PUT_TO_SLEEP.with(
                      "app", app, "seconds", Slumber.after(state).toSeconds())
                  : ControlMessage.WOKEN.with("app", app));
          return next;
        })
        .orElse(state);
  }

  /** During a rollout nothing is measured: half of the instances would be strangers. */
  private AppState scaled(AppState state, List<Instance> own) {
    List<Instance> running =
        own.stream().filter(i -> i.runs() && i.state() != State.STOPPING).toList();
    Optional<Decision> decision = scaling.decide(state, running, Instant.now());
    if (decision.isEmpty() || decision.get().replicas() == state.wanted()) {
      return state;
    }
    AppState next = state.withReplicas(decision.get().replicas());
    desired.save(next);
    String app = state.app().name();
    recorder.record(
        ChangeKind.SCALE,
        app,
        null,
        null,
        ControlMessage.AUTOSCALED.with(
            "app", app,
            "before", state.wanted(),
            "after", next.wanted(),
            "computed", decision.get().computed()));
    return next;
  }

  /** Instances of an app nobody wants any more: it was deleted while the platform was dead. */
  private void forgotten(List<Instance> all) {
    all.stream()
        .filter(i -> i.runs() && i.state() != State.STOPPING)
        .map(Instance::workload)
        .filter(w -> !wanted(w))
        .distinct()
        .forEach(w -> runtime.remove(w, RestartReason.DELETED));
  }

  private boolean wanted(WorkloadId workload) {
    return desired
        .find(workload.app())
        .filter(s -> s.release(workload.release()) != null)
        .isPresent();
  }
}
