package io.opencop.model.app;

/** One release of one app, as a runtime runs it. */
public record WorkloadId(String app, int release) {
  @Override
  public String toString() {
    return app + "-r" + release;
  }
}
