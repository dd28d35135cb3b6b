package io.opencop.server.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept, sealed, between starts. Format 1 had no tokens and is read as one without any.
 *
 * @param adminHash SHA-256 of the admin token, base64
 * @param signingKey signs session cookies, base64
 * @param revoked sessions that were signed out: id to when they would have ended anyway (epoch s)
 * @param tokens made while the platform ran, in the order they were made
 */
record AuthState(
    int format,
    String adminHash,
    String signingKey,
    Map<String, Long> revoked,
    List<StoredToken> tokens) {
  static final int FORMAT = 2;

  AuthState {
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
  }

  AuthState withRevoked(String session, long end, long now) {
    Map<String, Long> all = new HashMap<>(revoked);
    all.values().removeIf(past -> past <= now);
    all.put(session, end);
    return new AuthState(FORMAT, adminHash, signingKey, all, tokens);
  }

  AuthState with(StoredToken token) {
    List<StoredToken> all = new ArrayList<>(tokens);
    all.add(token);
    return new AuthState(FORMAT, adminHash, signingKey, revoked, all);
  }

  AuthState without(String token) {
    List<StoredToken> rest = tokens.stream().filter(t -> !t.name().equals(token)).toList();
    return new AuthState(FORMAT, adminHash, signingKey, revoked, rest);
  }
}
