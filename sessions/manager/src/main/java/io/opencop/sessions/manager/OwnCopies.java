package io.opencop.sessions.manager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instance can go on with while the grid is away: sessions it served lately, and what has
 * happened to them since. Used with {@link Unreachable#LOCAL} only.
 */
final class OwnCopies {
  private static final int MOST = 10_000;

  /**
   * What the grid does not know yet.
   *
   * @param whole the session, where the grid has never had it; null otherwise
   */
  record Owed(SessionChange change, SessionState whole) {}

  private final Map<String, SessionState> copies =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionState> eldest) {
          return size() > MOST && !owed.containsKey(eldest.getKey());
        }
      };
  private final Map<String, Owed> owed = new LinkedHashMap<>();

  synchronized void keep(String id, SessionState state) {
    copies.put(id, state);
  }

  synchronized SessionState get(String id) {
    return copies.get(id);
  }

  synchronized void drop(String id) {
    copies.remove(id);
    owed.remove(id);
  }

  synchronized void owe(String id, SessionChange change, SessionState after) {
    Owed before = owed.get(id);
    copies.put(id, after);
    if (before == null) {
      owed.put(id, new Owed(change, null));
    } else {
      SessionState whole = before.whole() == null ? null : after;
      owed.put(id, new Owed(whole == null ? before.change().then(change) : null, whole));
    }
  }

  synchronized void oweWhole(String id, SessionState state) {
    copies.put(id, state);
    owed.put(id, new Owed(null, state));
  }

  synchronized Owed owed(String id) {
    return owed.get(id);
  }

  /** The grid has it now; unless something came on top meanwhile. */
  synchronized void paid(String id, Owed what) {
    owed.remove(id, what);
  }

  synchronized List<String> debtors() {
    return List.copyOf(owed.keySet());
  }
}
