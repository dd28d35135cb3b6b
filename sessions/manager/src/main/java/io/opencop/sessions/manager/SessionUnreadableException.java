package io.opencop.sessions.manager;

/** An entry of the grid is not a session of a format known here. */
public final class SessionUnreadableException extends SessionException {
  private static final long serialVersionUID = 1L;

  SessionUnreadableException(String id, String reason) {
    super(SessionMessage.SESSION_UNREADABLE.here(Ids.shown(id), reason), null);
  }

  @Override
  public SessionMessage about() {
    return SessionMessage.SESSION_UNREADABLE;
  }
}
