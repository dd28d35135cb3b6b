package io.opencop.sessions.manager;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one request did to a session.
 *
 * @param headerChanged whether more of the header is another than the last access
 * @param set name to encoded value of attributes that are new or other
 * @param removed names of attributes taken away
 */
public record SessionChange(
    SessionHeader header, boolean headerChanged, Map<String, byte[]> set, Set<String> removed) {

  /** Whether it changed nothing but the last access. */
  public boolean isTouch() {
    return !headerChanged && set.isEmpty() && removed.isEmpty();
  }

  /** Both, one after the other. */
  SessionChange then(SessionChange next) {
    Map<String, byte[]> allSet = new HashMap<>(set);
    allSet.keySet().removeAll(next.removed());
    allSet.putAll(next.set());
    Set<String> allRemoved = new HashSet<>(removed);
    allRemoved.addAll(next.removed());
    allRemoved.removeAll(next.set().keySet());
    return new SessionChange(
        next.headerChanged() || !headerChanged ? next.header() : header,
        headerChanged || next.headerChanged(),
        allSet,
        allRemoved);
  }
}
