package io.opencop.telemetry.journal;

import java.io.IOException;

/** The journal cannot be opened. The message names the file and the next step. */
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Written by a newer version of the platform. */
    NEWER_FORMAT,
    /** Encrypted with a key that is not the one given. */
    WRONG_KEY
  }

  private final Reason reason;

  public JournalException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
