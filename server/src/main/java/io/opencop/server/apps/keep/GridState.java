package io.opencop.server.apps.keep;

import io.opencop.model.message.Notice;
import io.opencop.sessions.grid.Member;
import java.time.Instant;
import java.util.List;

/**
 * The session grid as the platform sees it.
 *
 * @param phase {@code off} by setting, {@code idle} while no app wants sessions, {@code external},
 *     {@code starting}, {@code ready}, {@code degraded}, {@code failed}
 * @param since of this phase
 * @param restarts of members since the platform's start
 * @param problem null where there is none
 */
public record GridState(
    String phase, List<Member> members, Instant since, int restarts, Notice problem) {

  public GridState {
    members = List.copyOf(members);
  }

  /** Where the settings say there is none. */
  public static final GridState OFF = of("off");

  static GridState of(String phase) {
    return new GridState(phase, List.of(), Instant.now(), 0, null);
  }
}
