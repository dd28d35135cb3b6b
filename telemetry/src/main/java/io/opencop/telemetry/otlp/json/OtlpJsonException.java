package io.opencop.telemetry.otlp.json;

/** The body is not OTLP/JSON. Final for the sender: HTTP 400. */
public final class OtlpJsonException extends RuntimeException {
  private final String path;

  /**
   * @param path where in the document, as a JSON pointer (RFC 6901); empty for the document itself
   * @param what what is wrong there and what was expected, in words
   */
  public OtlpJsonException(String path, String what) {
    // No stack trace: hostile senders must not be able to make us spend our time on one.
    super(
        "malformed OTLP/JSON at " + (path.isEmpty() ? "/" : path) + ": " + what,
        null,
        false,
        false);
    this.path = path;
  }

  /** Where in the document, as a JSON pointer. */
  public String path() {
    return path;
  }
}
