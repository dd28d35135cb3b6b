package io.opencop.server.config;

/** The platform's own log. */
public record LogConfig(
    @Setting(
            value = "info",
            en = "Least severity written: trace, debug, info, warn or error.",
            ko = "기록할 최소 심각도: trace, debug, info, warn, error.")
        Level level,
    @Setting(value = "text", en = "text or json.", ko = "text 또는 json.") Format format) {

  /** Severities, least first. */
  public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** Shape of a line. */
  public enum Format {
    TEXT,
    JSON
  }
}
