package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/**
 * A log template.
 *
 * @param template text with {@code <*>} where values vary
 * @param count in the range
 * @param firstSeen ever, not only in the range
 * @param isNew first seen within the range
 */
public record LogPattern(
    String templateId,
    String template,
    long count,
    String severity,
    List<String> services,
    Instant firstSeen,
    Instant lastSeen,
    boolean isNew,
    String example) {}
