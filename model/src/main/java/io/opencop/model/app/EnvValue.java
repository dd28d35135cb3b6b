package io.opencop.model.app;

/** Where the value of an environment variable comes from. */
public sealed interface EnvValue {
  /** Stands in the manifest. */
  record Plain(String value) implements EnvValue {}

  /**
   * Stands in the platform's secrets; shown nowhere.
   *
   * @param asFile whether the variable holds the path of a file with the secret instead of itself
   */
  record Secret(String name, String key, boolean asFile) implements EnvValue {}
}
