package io.opencop.sessions.manager;

/** An attribute that cannot be stored or read back; named with its key and class. */
public final class AttributeException extends SessionException {
  private static final long serialVersionUID = 1L;

  private final SessionMessage about;

  AttributeException(SessionMessage about, Throwable cause, Object... values) {
    super(about.here(values), cause);
    this.about = about;
  }

  @Override
  public SessionMessage about() {
    return about;
  }
}
