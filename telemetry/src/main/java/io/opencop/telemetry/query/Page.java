package io.opencop.telemetry.query;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param nextCursor opaque; null at the end
 */
public record Page<T>(List<T> items, String nextCursor) {}
