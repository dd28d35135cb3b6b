package io.opencop.server.auth;

import io.opencop.server.config.AccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is calling: by token, by one-time code, by the cookie that either was exchanged for. */
public final class Auth {
  private static final String ADMIN = "admin";

  private record Known(String name, Role role, List<byte[]> hash) {}

  private final AuthFiles files;
  private final InstantSource clock;
  private final Duration sessionAge;
  private final OneTimeCodes codes;
  private final Sessions sessions;
  private final List<Known> tokens = new ArrayList<>();
  private AuthState state;

  private Auth(
      AuthFiles files,
      AuthState state,
      List<AccessToken> more,
      Duration sessionAge,
      InstantSource clock) {
    this.files = files;
    this.state = state;
    this.clock = clock;
    this.sessionAge = sessionAge;
    this.codes = new OneTimeCodes(clock);
    this.sessions = new Sessions(Base64.getDecoder().decode(state.signingKey()), clock);
    tokens.add(
        new Known(ADMIN, Role.ADMIN, List.of(Base64.getDecoder().decode(state.adminHash()))));
    for (AccessToken token : more) {
      tokens.add(
          new Known(
              token.name(), Role.of(token.role()), List.of(Hashes.sha256(token.token().reveal()))));
    }
  }

  /**
   * @param folder where the secrets are kept; made where it is missing
   * @param more tokens of the configuration, besides the admin token
   */
  public static Auth open(
      Path folder, List<AccessToken> more, Duration sessionAge, InstantSource clock) {
    try {
      AuthFiles files = new AuthFiles(folder);
      return new Auth(files, files.load(), more, sessionAge, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new code for a link that signs a browser in as admin. */
  public String issueCode() {
    return codes.issue();
  }

  /** Null where the code is not known, was used, or is too old. */
  public Principal byCode(String code) {
    return codes.redeem(code) ? new Principal(ADMIN, Role.ADMIN, null) : null;
  }

  /** Null where there is no such token. Looks at all of them, so that time tells nothing. */
  public Principal byToken(String token) {
    byte[] hash = Hashes.sha256(token);
    Principal found = null;
    for (Known known : tokens) {
      if (Hashes.isAmong(known.hash(), hash)) {
        found = new Principal(known.name(), known.role(), null);
      }
    }
    return found;
  }

  /** Null where the cookie is not valid (any more). */
  public Principal byCookie(String cookie) {
    Sessions.Session session = sessions.read(cookie);
    if (session == null || isRevoked(session.id())) {
      return null;
    }
    return tokens.stream()
        .filter(known -> known.name().equals(session.name()))
        .findFirst()
        .map(known -> new Principal(known.name(), known.role(), session.id()))
        .orElse(null);
  }

  /** The value of a cookie for this caller, good for {@link #sessionAge}. */
  public String issueCookie(Principal principal) {
    return sessions.issue(principal.name(), sessionAge);
  }

  public Duration sessionAge() {
    return sessionAge;
  }

  private synchronized boolean isRevoked(String session) {
    return state.revoked().containsKey(session);
  }

  /** Ends a session for good, also over a restart. */
  public synchronized void revoke(String session) {
    long now = clock.instant().getEpochSecond();
    Map<String, Long> revoked = new HashMap<>(state.revoked());
    revoked.values().removeIf(end -> end <= now);
    revoked.put(session, now + sessionAge.toSeconds());
    state = new AuthState(state.format(), state.adminHash(), state.signingKey(), revoked);
    try {
      files.save(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
