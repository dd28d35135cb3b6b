package io.opencop.sessions.manager;

import java.util.Map;
import java.util.TreeMap;

/**
 * A whole session as it stands in the grid.
 *
 * @param attributes name to encoded value; sorted, so that equal sessions have equal bytes. The
 *     arrays are never changed by anyone.
 */
public record SessionState(SessionHeader header, Map<String, byte[]> attributes) {

  /** This session after a request: only what the request changed is another. */
  public SessionState with(SessionChange change) {
    Map<String, byte[]> all = new TreeMap<>(attributes);
    all.keySet().removeAll(change.removed());
    all.putAll(change.set());
    // A slower request must not turn the clock back.
    long accessed = Math.max(header.accessed(), change.header().accessed());
    SessionHeader base = change.headerChanged() ? change.header() : header;
    return new SessionState(base.accessed(accessed), all);
  }
}
