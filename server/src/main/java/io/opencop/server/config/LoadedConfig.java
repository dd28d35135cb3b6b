package io.opencop.server.config;

import java.util.List;

/** The configuration and, for {@code cop config}, the history of each value. */
public record LoadedConfig(Config config, List<Shown> settings) {
  public LoadedConfig {
    settings = List.copyOf(settings);
  }

  /** One setting as it may be shown: secrets are masked already. */
  public record Shown(Key key, String value, Origin origin) {}
}
