package io.opencop.runtime;

import io.opencop.model.app.Instance;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that runs apps: this machine's processes, a Kubernetes cluster. It keeps so many
 * instances of each workload running and replaces those that die, that hang or that never get
 * ready; how many, and of which release, is decided above it.
 *
 * <p>It remembers nothing that was not told to it since its start: whoever decides tells it every
 * workload again, and it adopts what still runs. Every method returns at once; what came of it is
 * seen in {@link #instances()} and told to {@link #watch}.
 */
public interface AppRuntime extends AutoCloseable {
  /** Keeps so many running. Told again with another number, it starts or ends the difference. */
  void ensure(Workload workload);

  /**
   * Ends all of its instances in the manner of {@code spec.stop}, and forgets the workload.
   *
   * @param reason told of each
   */
  void remove(WorkloadId workload, RestartReason reason);

  /** Ends this instance; its workload gets another. Nothing happens where there is none. */
  void replace(String instance, RestartReason reason);

  /** What there is now, those that are being ended included, and the last ended ones. */
  List<Instance> instances();

  /**
   * Calls back after every change of state, in order per instance, from a thread of the runtime's
   * own: do not wait in it.
   */
  AutoCloseable watch(Consumer<Instance> sink);

  /** Lets go of everything without ending it. */
  @Override
  void close();
}
