package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.SessionException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions one request uses, whichever applications they are of. They are stored together,
 * before the first byte of the response leaves.
 */
final class RequestScope {
  private static final ThreadLocal<RequestScope> CURRENT = new ThreadLocal<>();

  private final List<GridSession> sessions = new ArrayList<>();
  private boolean holding = true;
  private SessionException failure;

  /** Null on threads the container knows nothing of. */
  static RequestScope current() {
    return CURRENT.get();
  }

  void enter() {
    CURRENT.set(this);
  }

  static void leave() {
    CURRENT.remove();
  }

  synchronized void add(GridSession session) {
    if (!sessions.contains(session)) {
      sessions.add(session);
      session.scoped();
      if (holding) {
        session.enter();
      }
    }
  }

  /** The session of that id this request uses already; null where it does not. */
  synchronized GridSession find(GridManager manager, String id) {
    for (GridSession session : sessions) {
      if (session.getManager() == manager && session.getIdInternal().equals(id)) {
        return session;
      }
    }
    return null;
  }

  /** From now on this request has no other answer than that it failed. */
  synchronized SessionException fail(SessionException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  synchronized SessionException failure() {
    return failure;
  }

  /**
   * Stores every session.
   *
   * @throws SessionException where one could not be stored, now or before
   */
  synchronized void store() {
    if (failure != null) {
      throw failure;
    }
    for (GridSession session : sessions) {
      try {
        session.store();
      } catch (SessionException e) {
        throw fail(e);
      }
    }
  }

  /**
   * The response goes on without this thread: each session stores itself when it is done. Those the
   * application has got hold of are held by the request itself.
   */
  synchronized void storeAtEnd() {
    sessions.forEach(GridSession::storeAtEnd);
    letGo();
  }

  synchronized void release() {
    letGo();
    sessions.clear();
  }

  private void letGo() {
    if (holding) {
      holding = false;
      sessions.forEach(GridSession::exit);
    }
  }
}
