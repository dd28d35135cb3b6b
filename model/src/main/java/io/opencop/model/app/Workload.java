package io.opencop.model.app;

/**
 * So many instances of a release. The whole wish a runtime is given: what one does about more or
 * fewer of them (a rollout, a canary, scaling) is decided above it.
 */
public record Workload(Release release, int replicas) {
  public Workload {
    if (replicas < 0) {
      throw new IllegalArgumentException("replicas must not be negative: " + replicas);
    }
  }

  public WorkloadId id() {
    return new WorkloadId(release.app().name(), release.number());
  }
}
