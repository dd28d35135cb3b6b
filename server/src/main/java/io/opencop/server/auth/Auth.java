package io.opencop.server.auth;

import io.opencop.server.config.AccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/** Who is calling: by token, by one-time code, by the cookie that either was exchanged for. */
public final class Auth {
  /** A bound, as for everything a caller can add to. */
  public static final int MOST_TOKENS = 500;

  /** What a scanner of secrets, or a person, recognises a leaked token by. */
  private static final String PREFIX = "cop_";

  /**
   * A new token; the only place where its secret can be read.
   *
   * @param secret to be shown once
   */
  public record Created(Token token, String secret) {
    @Override
    public String toString() {
      return token.toString();
    }
  }

  /**
   * A code that signs a browser in.
   *
   * @param code good once
   */
  public record Code(String code, Instant end) {}

  /** Why a token cannot be made or taken away. */
  public enum Refused {
    EXISTS,
    TOO_MANY,
    UNKNOWN,
    NOT_OURS
  }

  /** Says why, to whoever words it. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refused why;

    RefusedException(Refused why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    public Refused why() {
      return why;
    }
  }

  private final AuthFiles files;
  private final List<AccessToken> configured;
  private final InstantSource clock;
  private final Duration sessionAge;
  private final OneTimeCodes codes;
  private final Sessions sessions;
  private AuthState state;
  private volatile KnownTokens known;

  private Auth(
      AuthFiles files,
      AuthState state,
      List<AccessToken> configured,
      Duration sessionAge,
      InstantSource clock) {
    this.files = files;
    this.state = state;
    this.configured = List.copyOf(configured);
    this.clock = clock;
    this.sessionAge = sessionAge;
    this.codes = new OneTimeCodes(clock);
    this.sessions = new Sessions(Base64.getDecoder().decode(state.signingKey()), clock);
    this.known = KnownTokens.of(state, this.configured);
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
    return codes.issue(known.byName(KnownTokens.ADMIN).id());
  }

  /** A new code for a link that signs a browser in as this caller, with no more than its role. */
  public Code issueCode(Principal caller) {
    return new Code(codes.issue(caller.token()), clock.instant().plus(OneTimeCodes.AGE));
  }

  /** Null where the code is not known, was used, is too old, or its token is no more. */
  public Principal byCode(String code) {
    String id = codes.redeem(code);
    return id == null ? null : principal(known.byId(id), null);
  }

  /** Null where there is no such token, or it is over. */
  public Principal byToken(String token) {
    return principal(known.bySecret(token), null);
  }

  /** Null where the cookie is not valid (any more). */
  public Principal byCookie(String cookie) {
    Sessions.Session session = sessions.read(cookie);
    if (session == null || isRevoked(session.id())) {
      return null;
    }
    return principal(known.byId(session.token()), session.id());
  }

  private Principal principal(Token token, String session) {
    return token == null || token.isOver(clock.instant())
        ? null
        : new Principal(token.name(), token.role(), session, token.id());
  }

  /** The value of a cookie for this caller, good for {@link #sessionAge}. */
  public String issueCookie(Principal principal) {
    return sessions.issue(principal.token(), sessionAge);
  }

  public Duration sessionAge() {
    return sessionAge;
  }

  /** All tokens, those that are over too: they are kept until somebody takes them away. */
  public List<Token> tokens() {
    return known.all();
  }

  /**
   * Makes a token and keeps its hash, on disk before this returns.
   *
   * @param life null for one that does not end
   */
  public synchronized Created createToken(String name, Role role, Duration life) {
    if (known.byName(name) != null) {
      throw new RefusedException(Refused.EXISTS);
    }
    if (state.tokens().size() >= MOST_TOKENS) {
      throw new RefusedException(Refused.TOO_MANY);
    }
    String secret = PREFIX + Randoms.text(24);
    long now = clock.instant().getEpochSecond();
    Long end = life == null ? null : now + life.toSeconds();
    String hash = Base64.getEncoder().encodeToString(Hashes.sha256(secret));
    keep(state.with(new StoredToken(name, role.tag(), hash, now, end)));
    return new Created(known.byName(name), secret);
  }

  /** Takes a token away, and with it every session and link that came from it. */
  public synchronized void revokeToken(String name) {
    Token token = known.byName(name);
    if (token == null) {
      throw new RefusedException(Refused.UNKNOWN);
    }
    if (token.origin() != Token.Origin.CREATED) {
      throw new RefusedException(Refused.NOT_OURS);
    }
    keep(state.without(name));
  }

  private synchronized boolean isRevoked(String session) {
    return state.revoked().containsKey(session);
  }

  /** Ends a session for good, also over a restart. */
  public synchronized void revoke(String session) {
    long now = clock.instant().getEpochSecond();
    keep(state.withRevoked(session, now + sessionAge.toSeconds(), now));
  }

  /** First the disk, then the memory: what could not be kept has not happened. */
  private void keep(AuthState next) {
    try {
      files.save(next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    state = next;
    known = KnownTokens.of(next, configured);
  }
}
