package io.opencop.runtime.control;

import io.opencop.model.Change;
import io.opencop.model.message.Lang;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What the control of apps needs.
 *
 * @param folder for what is wanted and for artefacts
 * @param changes gets everything that is done to an app
 * @param lang in which it is worded
 * @param traffic of the gateway that reads {@link #gateway}; whoever made it closes it
 * @param metrics what scaling may go by beside the instances' own figures
 * @param figures what a new release is judged by beside what the gateway sees
 * @param scaleEvery between two decisions; Kubernetes has 15 s
 */
public record ControlSettings(
    Path folder,
    Consumer<Change> changes,
    Lang lang,
    Traffic traffic,
    StoredMetrics metrics,
    ReleaseFigures figures,
    Duration scaleEvery) {

  /** Where the gateway finds its routes. */
  public Path gateway() {
    return gateway(folder);
  }

  /** Where the gateway of this folder's apps finds its routes. */
  public static Path gateway(Path folder) {
    return folder.resolve("gateway");
  }
}
