package io.opencop.sessions.manager;

/**
 * Something that forbids to answer a request as if its session were safe. Unchecked, because the
 * servlet container reads a checked one as "no such session", which would be a silent logout.
 */
public abstract class SessionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SessionException(String message, Throwable cause) {
    super(message, cause);
  }

  /** COP-34xx. */
  public abstract SessionMessage about();
}
