package io.opencop.runtime.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes releases of apps. */
public final class Releases {
  private Releases() {}

  /**
   * The release of this app, which is the newest of those before where nothing an instance could
   * notice has changed. How many run, how they are rolled out and which requests they get is no
   * matter of a release.
   *
   * @param stored its artefact
   * @param before from the oldest to the newest
   * @param who applies it
   */
  public static Release of(
      App app, Artefacts.Stored stored, List<Release> before, Instant now, String who) {
    App own = app.withSource(stored.source());
    String digest = digest(own, stored);
    if (!before.isEmpty() && before.getLast().digest().equals(digest)) {
      return before.getLast();
    }
    int number = before.isEmpty() ? 1 : before.getLast().number() + 1;
    return new Release(number, digest, own, stored.digest(), version(stored, number), now, who);
  }

  /** An older release again, as a new one: numbers only count up. */
  public static Release again(Release old, List<Release> before, Instant now, String who) {
    int number = before.getLast().number() + 1;
    return new Release(number, old.digest(), old.app(), old.artefact(), old.version(), now, who);
  }

  private static String version(Artefacts.Stored stored, int number) {
    return stored.digest().isEmpty()
        ? "r" + number
        : "r" + number + "-" + stored.digest().substring(0, 8);
  }

  private static String digest(App app, Artefacts.Stored stored) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("artefact", stored.digest());
    parts.put("source", app.source());
    parts.put("port", app.port());
    parts.put("env", app.env());
    parts.put("resources", app.resources());
    parts.put("health", app.health());
    parts.put("stop", app.stop());
    parts.put("sessions", app.sessions() == null ? "" : app.sessions());
    try {
      byte[] json = AppJson.mapper().writeValueAsBytes(parts);
      return Digests.of(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an app is always JSON", e);
    }
  }
}
