package io.opencop.telemetry.assemble;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Requests that ask whether a service is well, told by the name of their entry span. They come from
 * machines all day and say nothing about users.
 */
public final class HealthChecks {
  /** An optional HTTP method, then the paths in use: Spring, Kubernetes, MicroProfile, others. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:get|head|options) )?(?:https?://[^/]*)?(?:/[\\w.-]+)*?"
              + "/(?:(?:actuator|q|manage)/)?"
              + "(?:health|healthz|livez|readyz|healthcheck|health-check|liveness|readiness|-/healthy|-/ready)"
              + "(?:/(?:live|liveness|ready|readiness|started|well|\\*\\*|\\{\\*?path}|\\*))?/?");

  private static final String GRPC = "grpc.health.v1.health/";

  private HealthChecks() {}

  /**
   * @param operation name of a SERVER span: {@code GET /actuator/health}, {@code
   *     grpc.health.v1.Health/Check}
   */
  public static boolean is(String operation) {
    String name = operation.strip().toLowerCase(Locale.ROOT);
    return name.startsWith(GRPC) || NAME.matcher(name).matches();
  }
}
