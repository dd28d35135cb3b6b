package io.opencop.sessions.manager;

import java.time.Duration;

/**
 * What is done while the grid cannot be reached.
 *
 * @param waitAtMost before a waiting request is refused
 */
public record Outage(Unreachable unreachable, Duration waitAtMost) {}
