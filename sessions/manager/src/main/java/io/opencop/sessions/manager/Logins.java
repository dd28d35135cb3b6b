package io.opencop.sessions.manager;

import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.UserEntry;
import java.io.IOException;
import java.util.List;

/**
 * Keeps which sessions a user has, and decides about a second one. Both are one compare-and-swap of
 * the user's entry, so of two log-ins anywhere one is first.
 */
final class Logins {
  private static final String PREFIX = "!user:";
  private static final int MOST_CONFLICTS = 1_000;

  /** Below that, gone sessions in an entry are not worth a look at each. */
  private static final int FEW = 8;

  private final GridClient grid;
  private final String app;
  private final Duplicates policy;

  Logins(GridClient grid, String app, Duplicates policy) {
    this.grid = grid;
    this.app = app;
    this.policy = policy;
  }

  /** Of the entries of an app's users. */
  static String prefix(String app) {
    return PREFIX + app + ":";
  }

  static boolean isUser(String key) {
    return key.startsWith(PREFIX);
  }

  private String key(String user) {
    return prefix(app) + user;
  }

  /**
   * Takes a place for a session, before it is stored.
   *
   * @param before the id it had; null where it is new
   * @throws LoginRefusedException where the policy is to refuse, and another session lives
   */
  void claim(String user, String id, String before) {
    for (int i = 0; i < MOST_CONFLICTS; i++) {
      GridClient.Entry found = grid.get(key(user));
      UserEntry known = found == null ? UserEntry.NONE : read(found);
      long now = System.currentTimeMillis();
      UserEntry others = (before == null ? known : known.without(before)).without(id);
      if (policy != Duplicates.ALLOW || others.slots().size() >= FEW) {
        others = others.living(this::lives, now);
      }
      if (policy == Duplicates.REFUSE_NEW && !others.slots().isEmpty()) {
        throw new LoginRefusedException();
      }
      UserEntry next = (policy == Duplicates.END_OLD ? UserEntry.NONE : others).with(id, now);
      if (swap(user, found, next)) {
        if (policy == Duplicates.END_OLD) {
          others.slots().forEach(old -> mark(old.id()));
        }
        return;
      }
    }
    throw new SessionsUnavailableException("too many log-ins of one user", null);
  }

  /**
   * Whether a session that has been stored meanwhile still has its place: a later log-in may have
   * taken it before there was a session to end.
   */
  boolean confirmed(String user, String id) {
    if (policy != Duplicates.END_OLD) {
      return true;
    }
    GridClient.Entry found = grid.get(key(user));
    if (found != null && read(found).slots().stream().anyMatch(s -> s.id().equals(id))) {
      return true;
    }
    mark(id);
    return false;
  }

  /** Gives a place back. */
  void release(String user, String id) {
    for (int i = 0; i < MOST_CONFLICTS; i++) {
      GridClient.Entry found = grid.get(key(user));
      if (found == null || swap(user, found, read(found).without(id))) {
        return;
      }
    }
  }

  /** Ids of a user's sessions, gone ones among them. */
  List<String> ids(String user) {
    GridClient.Entry found = grid.get(key(user));
    return found == null
        ? List.of()
        : read(found).slots().stream().map(UserEntry.Slot::id).toList();
  }

  /** Removes an entry none of whose sessions is left. */
  void tidy(String user) {
    GridClient.Entry found = grid.get(key(user));
    if (found != null) {
      UserEntry known = read(found);
      UserEntry left = known.living(this::lives, System.currentTimeMillis());
      if (!left.equals(known)) {
        swap(user, found, left);
      }
    }
  }

  /**
   * Ends a session as somebody else than its user: from now on nobody is served from it. It is
   * removed, and listeners are told, by whichever instance sweeps next.
   *
   * @return whether it lived
   */
  boolean mark(String id) {
    String key = app + ":" + id;
    for (int i = 0; i < MOST_CONFLICTS; i++) {
      GridClient.Entry found = grid.get(key);
      if (found == null) {
        return false;
      }
      SessionState state;
      try {
        state = SessionFormat.read(id, found.value());
      } catch (SessionUnreadableException e) {
        return grid.removeVersion(key, found.version());
      }
      if (SessionTimes.ended(state.header(), System.currentTimeMillis())) {
        return false;
      }
      SessionState over = new SessionState(state.header().ended(), state.attributes());
      int lifespan = SessionTimes.lifespanSeconds(over.header());
      if (grid.replace(key, SessionFormat.write(over), found.version(), lifespan)) {
        return true;
      }
    }
    throw new SessionsUnavailableException("too many writers of one session", null);
  }

  private boolean lives(String id) {
    GridClient.Entry found = grid.get(app + ":" + id);
    if (found == null) {
      return false;
    }
    try {
      SessionHeader header = SessionFormat.read(id, found.value()).header();
      return !SessionTimes.ended(header, System.currentTimeMillis());
    } catch (SessionUnreadableException e) {
      // Of a later version: somebody may be logged in by it.
      return true;
    }
  }

  private boolean swap(String user, GridClient.Entry found, UserEntry next) {
    if (found == null) {
      return grid.putIfAbsent(key(user), next.bytes(), -1);
    }
    return next.slots().isEmpty()
        ? grid.removeVersion(key(user), found.version())
        : grid.replace(key(user), next.bytes(), found.version(), -1);
  }

  private static UserEntry read(GridClient.Entry found) {
    try {
      return UserEntry.read(found.value());
    } catch (IOException e) {
      // Written by a later version. To overwrite it could let a second session in.
      throw new SessionsUnavailableException("user entry: " + e.getMessage(), e);
    }
  }
}
