package io.opencop.runtime.scale;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Scale;
import java.util.List;

/** Where a target's value comes from: the instances themselves, the gateway, stored metrics. */
@FunctionalInterface
public interface Measurements {
  /**
   * @param running those of the app that count for what is wanted
   * @return what was measured now; {@link Reading#none} where it cannot be known
   */
  Reading read(App app, Scale.Target target, List<Instance> running);
}
