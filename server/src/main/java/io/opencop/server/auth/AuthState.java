package io.opencop.server.auth;

import java.util.Map;

/**
 * What is kept, sealed, between starts.
 *
 * @param adminHash SHA-256 of the admin token, base64
 * @param signingKey signs session cookies, base64
 * @param revoked sessions that were signed out: id to when they would have ended anyway (epoch s)
 */
record AuthState(int format, String adminHash, String signingKey, Map<String, Long> revoked) {
  static final int FORMAT = 1;
}
