package io.opencop.model.app;

import java.time.Duration;

/**
 * How it is seen that an instance is well.
 *
 * @param readiness whether it takes requests
 * @param liveness whether it must be replaced; null where only the process itself is watched
 * @param startup how long it may take to get ready the first time
 */
public record Health(Probe readiness, Probe liveness, Duration startup) {}
