package io.opencop.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Anything done <em>to</em> an app: release, configuration, scaling, restart, commit, note. It
 * stands on the same timeline as the telemetry, which is what lets a diagnosis answer "why".
 *
 * @param time when it took effect
 * @param service service.name it was done to, or null where it concerns all
 * @param id commit SHA, flag name, release number; null where it has none
 * @param summary one line a person reads
 * @param author who did it, or null
 * @param version the version that runs after it, or null
 * @param diff unified diff of what changed, or null
 */
public record Change(
    Instant time,
    ChangeKind kind,
    String service,
    String id,
    String summary,
    String author,
    String version,
    String diff) {
  public Change {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(summary, "summary");
  }
}
