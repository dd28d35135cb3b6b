package io.opencop.runtime.control;

import io.opencop.model.Change;
import io.opencop.model.message.Lang;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * @param folder for what is wanted and for artefacts
 * @param changes gets everything that is done to an app
 * @param lang in which it is worded
 */
public record ControlSettings(Path folder, Consumer<Change> changes, Lang lang) {}
