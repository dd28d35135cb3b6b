package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.runtime.manifest.AppWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What applying an app would change, as two manifests. Values of environment variables are hidden
 * in both, and only whether they differ can be seen.
 *
 * @param before empty where there is no such app yet
 * @param after as it would be
 */
public record Differences(String app, String before, String after) {
  private static final String HIDDEN = "***";

  /** An app with what it is made of. */
  record Made(App app, String artefact) {}

  /**
   * @param before null where there is none
   */
  static Differences between(Made before, Made after) {
    Map<String, EnvValue> old = before == null ? Map.of() : before.app().env();
    return new Differences(
        after.app().name(),
        before == null ? "" : yaml(before, after.app().env(), " (before)"),
        yaml(after, old, " (after)"));
  }

  public boolean any() {
    return !before.equals(after);
  }

  private static String yaml(Made made, Map<String, EnvValue> other, String mark) {
    Map<String, EnvValue> hidden = new HashMap<>();
    made.app()
        .env()
        .forEach((name, value) -> hidden.put(name, hidden(value, other.get(name), mark)));
    Map<String, Object> manifest =
        new LinkedHashMap<>(AppWriter.manifest(made.app().withEnv(hidden)));
    if (!made.artefact().isEmpty()) {
      // A file with the same name may be another one.
      manifest.put("artefact", "sha256:" + made.artefact());
    }
    return AppWriter.yaml(manifest);
  }

  private static EnvValue hidden(EnvValue value, EnvValue other, String mark) {
    if (value instanceof EnvValue.Secret) {
      return value; // which secret is none
    }
    boolean differs = other instanceof EnvValue.Plain && !other.equals(value);
    return new EnvValue.Plain(differs ? HIDDEN + mark : HIDDEN);
  }
}
