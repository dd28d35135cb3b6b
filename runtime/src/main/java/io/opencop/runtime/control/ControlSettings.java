package io.opencop.runtime.control;

import io.opencop.model.Change;
import io.opencop.model.message.Lang;
import io.opencop.runtime.scale.InstanceMeasurements;
import io.opencop.runtime.scale.Measurements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What the control of apps needs.
 *
 * @param folder for what is wanted and for artefacts
 * @param changes gets everything that is done to an app
 * @param lang in which it is worded
 * @param measurements what scaling goes by
 * @param scaleEvery between two decisions; Kubernetes has 15 s
 */
public record ControlSettings(
    Path folder,
    Consumer<Change> changes,
    Lang lang,
    Measurements measurements,
    Duration scaleEvery) {

  public ControlSettings(Path folder, Consumer<Change> changes, Lang lang) {
    this(folder, changes, lang, new InstanceMeasurements(), Duration.ofSeconds(15));
  }

  /** Where the gateway finds its routes. */
  public Path gateway() {
    return folder.resolve("gateway");
  }
}
