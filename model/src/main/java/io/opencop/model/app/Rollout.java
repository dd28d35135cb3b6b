package io.opencop.model.app;

import java.time.Duration;
import java.util.List;

/** How a new release takes over from the old one. */
public sealed interface Rollout {
  /**
   * Instance by instance (Kubernetes, "RollingUpdate").
   *
   * @param surge how many more than wanted there may be
   * @param unavailable how many fewer than wanted may be ready
   */
  record Rolling(Amount surge, Amount unavailable) implements Rollout {}

  /** All of the new beside all of the old, then every request at once. */
  record BlueGreen(Duration keepOld) implements Rollout {}

  /** By steps of weight, watched against the old release. */
  record Canary(List<Step> steps) implements Rollout {
    public Canary {
      steps = List.copyOf(steps);
    }
  }

  /**
   * @param weight percent of requests that go to the new release
   * @param hold how long it must do as well as the old one
   */
  record Step(int weight, Duration hold) {}

  /** Instances, or percent of the instances wanted. */
  record Amount(int value, boolean percent) {
    /** Instances out of so many; Kubernetes rounds surge up and unavailable down. */
    public int of(int wanted, boolean up) {
      if (!percent) {
        return value;
      }
      long exact = (long) value * wanted;
      return (int) (up ? Math.ceilDiv(exact, 100L) : exact / 100);
    }
  }
}
