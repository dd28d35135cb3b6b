package io.opencop.sessions.manager;

/** The grid does not answer, or refuses because it has lost its majority. */
public final class SessionsUnavailableException extends SessionException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  SessionsUnavailableException(String reason, Throwable cause) {
    super(SessionMessage.UNREACHABLE.here(reason), cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  @Override
  public SessionMessage about() {
    return SessionMessage.UNREACHABLE;
  }
}
