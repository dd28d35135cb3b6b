package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.release.Artefacts;
import io.opencop.runtime.release.Artefacts.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts nothing whose artefact is missing or is not what was released; what runs of it goes on.
 * Belongs to the apps' loop.
 */
final class GuardedRuntime implements AppRuntime {
  private final AppRuntime runtime;
  private final Artefacts artefacts;
  private final Recorder recorder;
  private final Map<WorkloadId, Problem> told = new HashMap<>();

  GuardedRuntime(AppRuntime runtime, Artefacts artefacts, Recorder recorder) {
    this.runtime = runtime;
    this.artefacts = artefacts;
    this.recorder = recorder;
  }

  @Override
  public void ensure(Workload workload) {
    int running =
        (int)
            runtime.instances().stream()
                .filter(i -> i.workload().equals(workload.id()))
                .filter(i -> i.runs() && i.state() != State.STOPPING)
                .count();
    boolean starts = workload.replicas() > running;
    runtime.ensure(
        starts && !sound(workload.release())
            ? new Workload(workload.release(), running)
            : workload);
  }

  private boolean sound(Release release) {
    WorkloadId id = new WorkloadId(release.app().name(), release.number());
    Problem problem;
    try {
      problem = artefacts.problem(release);
    } catch (IOException e) {
      throw new UncheckedIOException("the artefact of " + id + " cannot be read", e);
    }
    if (problem != told.getOrDefault(id, Problem.NONE)) {
      told.put(id, problem);
      if (problem != Problem.NONE) {
        ControlMessage message =
            problem == Problem.MISSING
                ? ControlMessage.ARTEFACT_LOST
                : ControlMessage.ARTEFACT_CHANGED;
        recorder.record(
            ChangeKind.NOTE,
            id.app(),
            release.version(),
            null,
            message.with(
                "app", id.app(),
                "release", id.release(),
                "file", Artefacts.path(release.app().source())));
      }
    }
    return problem == Problem.NONE;
  }

  @Override
  public void remove(WorkloadId workload, RestartReason reason) {
    told.remove(workload);
    runtime.remove(workload, reason);
  }

  @Override
  public void replace(String instance, RestartReason reason) {
    runtime.replace(instance, reason);
  }

  @Override
  public List<Instance> instances() {
    return runtime.instances();
  }

  @Override
  public AutoCloseable watch(Consumer<Instance> sink) {
    return runtime.watch(sink);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
