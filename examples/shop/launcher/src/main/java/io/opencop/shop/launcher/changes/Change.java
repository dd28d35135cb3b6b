package io.opencop.shop.launcher.changes;

import io.opencop.shop.launcher.Json;
import io.opencop.shop.launcher.Release;
import io.opencop.shop.launcher.Service;
import java.time.Instant;
import java.util.UUID;

/**
 * Something done to a service, as {@code POST /api/v1/changes} takes it. Version and diff may be
 * null.
 *
 * @param kind deploy, config, flag, commit, scale, restart or note
 */
public record Change(
    Instant time,
    String kind,
    String service,
    String id,
    String summary,
    String author,
    String version,
    String diff) {

  /** A Change of this moment. */
  static Change now(String kind, Service service, String id, Story story, String version) {
    return new Change(
        Instant.now(),
        kind,
        service.serviceName(),
        id,
        story.summary(),
        story.author(),
        version,
        story.diff());
  }

  /** What an orchestrator reports when it has to bring a dead instance back. */
  public static Change restarted(Release release, int exitCode) {
    return new Change(
        Instant.now(),
        "restart",
        release.service().serviceName(),
        UUID.randomUUID().toString(),
        "instance restarted: last state terminated, exit code " + exitCode,
        "orchestrator",
        release.version(),
        null);
  }

  String json() {
    return Json.write(
        Json.object(
            "time", time, "kind", kind, "service", service, "id", id, "summary", summary, "author",
            author, "version", version, "diff", diff));
  }
}
