package io.opencop.server.api;

import io.vertx.core.MultiMap;

/** Headers every answer of the web port carries. */
final class SecurityHeaders {
  /**
   * Scripts, styles, images, fonts and calls from this origin only, and nothing written into the
   * page itself. Styles that scripts set on elements are no markup and need no exception.
   */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self';"
          + " img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
          + " worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void put(MultiMap headers, boolean tls) {
    headers
        .set("content-security-policy", CONTENT)
        .set("x-content-type-options", "nosniff")
        .set("x-frame-options", "DENY")
        .set("referrer-policy", "no-referrer")
        .set("cross-origin-opener-policy", "same-origin")
        .set("cross-origin-resource-policy", "same-origin")
        .set("permissions-policy", "camera=(), microphone=(), geolocation=()");
    if (tls) {
      headers.set("strict-transport-security", "max-age=31536000");
    }
  }
}
