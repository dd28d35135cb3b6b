package io.opencop.runtime.scale;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Scale;
import java.util.ArrayList;
import java.util.List;

/** CPU and memory as the runtime measures them; everything else is not known here. */
public final class InstanceMeasurements implements Measurements {
  @Override
  public Reading read(App app, Scale.Target target, List<Instance> running) {
    return switch (target.measure()) {
      case CPU -> reading(target, running, i -> cpu(app, i));
      case MEMORY -> reading(target, running, i -> memory(app, i));
      case REQUESTS, CONCURRENCY, METRIC -> Reading.none(target);
    };
  }

  /** Thousandths of a percent of what was asked for; -1 where it was not measured. */
  private interface Share {
    long of(Instance instance);
  }

  private static Reading reading(Scale.Target target, List<Instance> running, Share share) {
    List<Long> values = new ArrayList<>();
    int unready = 0;
    int missing = 0;
    for (Instance instance : running) {
      long value = share.of(instance);
      if (instance.state() != State.READY) {
        // What it uses while it starts says nothing about the load.
        unready++;
      } else if (value < 0) {
        missing++;
      } else {
        values.add(value);
      }
    }
    return new Reading(target, values, unready, missing);
  }

  private static long cpu(App app, Instance instance) {
    // Without a limit a whole core is what there is to be had.
    double asked = app.resources().cpu() > 0 ? app.resources().cpu() : 1;
    return instance.cpu() < 0 ? -1 : Math.round(instance.cpu() / asked * 100_000);
  }

  private static long memory(App app, Instance instance) {
    return instance.memoryBytes() < 0
        ? -1
        : Math.round(100_000.0 * instance.memoryBytes() / app.resources().memoryBytes());
  }
}
