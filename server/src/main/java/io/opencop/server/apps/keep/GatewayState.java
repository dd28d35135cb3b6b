package io.opencop.server.apps.keep;

import io.opencop.model.message.Notice;
import java.time.Instant;

/**
 * The gateway as the platform sees it.
 *
 * @param phase {@code off} by setting, {@code idle} while there is no app, {@code starting}, {@code
 *     running}, {@code failed}
 * @param url where it takes requests; empty while it is not known
 * @param version of the program that serves; empty while it is not known
 * @param pid 0 where there is none
 * @param since of this phase
 * @param restarts since the platform's start
 * @param problem null where there is none
 */
public record GatewayState(
    String phase,
    String url,
    String version,
    long pid,
    Instant since,
    int restarts,
    Notice problem) {

  /** Where the settings say there is none. */
  public static final GatewayState OFF = of("off");

  /** With something in its way; null for nothing. */
  GatewayState with(Notice other) {
    return new GatewayState(phase, url, version, pid, since, restarts, other);
  }

  static GatewayState of(String phase) {
    return new GatewayState(phase, "", "", 0, Instant.now(), 0, null);
  }
}
