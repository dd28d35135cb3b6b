package io.opencop.sessions.manager.statistics;

import java.util.List;

/**
 * All sessions of one group in the grid, counted one by one.
 *
 * @param atMillis of the epoch, when the count began
 * @param tookMillis to go through the whole grid
 * @param sessions that have not ended
 * @param active of them, used in the last {@link Figures#ACTIVE_MINUTES} minutes
 * @param signedIn of them, with a user
 * @param users different ones with a session
 * @param activeUsers of them with an active session
 * @param unreadable entries of an unknown format
 * @param size bytes of each session
 * @param heaviest attributes, of all sessions
 */
public record GroupRecord(
    String group,
    long atMillis,
    long tookMillis,
    long sessions,
    long active,
    long signedIn,
    long users,
    long activeUsers,
    long unreadable,
    Counted size,
    List<AttributeWeight> heaviest) {
  public GroupRecord {
    heaviest = List.copyOf(heaviest);
  }
}
