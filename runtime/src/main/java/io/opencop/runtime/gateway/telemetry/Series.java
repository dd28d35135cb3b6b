package io.opencop.runtime.gateway.telemetry;

import java.util.Set;

/** What requests are told apart by in figures (HTTP semantic conventions). */
record Series(String app, String route, String method, int status) {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");

  /** A client could think of any number of methods. */
  static Series of(String app, String route, String method, int status) {
    return new Series(app, route, METHODS.contains(method) ? method : "_OTHER", status);
  }

  /** Where there are too many already. */
  Series overflow() {
    return new Series("_OTHER", "_OTHER", "_OTHER", status);
  }
}
