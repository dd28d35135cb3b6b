package io.opencop.sessions.manager;

/** The user is logged in somewhere else, and the app allows one log-in at a time. */
public final class LoginRefusedException extends SessionException {
  private static final long serialVersionUID = 1L;

  LoginRefusedException() {
    super(SessionMessage.LOGIN_REFUSED.here(), null);
  }

  @Override
  public SessionMessage about() {
    return SessionMessage.LOGIN_REFUSED;
  }
}
