package io.opencop.sessions.was;

/** Why a WAR does not start, in a sentence for whoever started it. */
final class WasException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  WasException(WasMessage about, Throwable cause, Object... values) {
    super(about.here(values), cause);
    usage = about == WasMessage.USAGE;
  }

  /** As shells have it: 2 where the command line is to blame. */
  int exitCode() {
    return usage ? 2 : 1;
  }
}
