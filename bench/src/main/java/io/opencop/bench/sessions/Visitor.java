package io.opencop.bench.sessions;

import java.nio.charset.StandardCharsets;

/** One logged-in user of the load: a cookie, and how often the answers said it was used. */
final class Visitor {
  private final byte[] request;
  private int uses;

  /**
   * @param cookie {@code name=value}
   */
  Visitor(String cookie) {
    request =
        ("GET /use HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  byte[] request() {
    return request;
  }

  /** Whether an answer is the one after the last: nothing of the session was lost. */
  boolean continues(int changes) {
    boolean next = changes == uses + 1;
    uses = changes;
    return next;
  }
}
