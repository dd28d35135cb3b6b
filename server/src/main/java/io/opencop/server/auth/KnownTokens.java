package io.opencop.server.auth;

import io.opencop.server.config.AccessToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Every token that opens the API now, and what each is recognised by. Immutable. */
final class KnownTokens {
  static final String ADMIN = "admin";
  private static final int ID_BYTES = 12;

  private final List<Token> tokens = new ArrayList<>();
  private final List<byte[]> hashes = new ArrayList<>();

  static KnownTokens of(AuthState state, List<AccessToken> configured) {
    KnownTokens known = new KnownTokens();
    known.add(ADMIN, Role.ADMIN, Token.Origin.START, decoded(state.adminHash()), null, null);
    for (AccessToken one : configured) {
      byte[] hash = Hashes.sha256(one.token().reveal());
      known.add(one.name(), Role.of(one.role()), Token.Origin.CONFIGURATION, hash, null, null);
    }
    for (StoredToken one : state.tokens()) {
      known.add(
          one.name(),
          Role.of(one.role()),
          Token.Origin.CREATED,
          decoded(one.hash()),
          Instant.ofEpochSecond(one.created()),
          one.expires() == null ? null : Instant.ofEpochSecond(one.expires()));
    }
    return known;
  }

  private void add(
      String name, Role role, Token.Origin origin, byte[] hash, Instant created, Instant expires) {
    tokens.add(new Token(id(hash), name, role, origin, created, expires));
    hashes.add(hash);
  }

  /** A hash of the hash: the id stands in cookies, and must not help to guess a weak token. */
  private static String id(byte[] hash) {
    String text = Base64.getEncoder().encodeToString(hash);
    byte[] again = java.util.Arrays.copyOf(Hashes.sha256("id " + text), ID_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(again);
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  List<Token> all() {
    return List.copyOf(tokens);
  }

  /** Null where there is no such token. Looks at all of them, so that time tells nothing. */
  Token bySecret(String secret) {
    byte[] hash = Hashes.sha256(secret);
    Token found = null;
    for (int i = 0; i < hashes.size(); i++) {
      if (Hashes.isAmong(List.of(hashes.get(i)), hash)) {
        found = tokens.get(i);
      }
    }
    return found;
  }

  /** Null where there is no such token. */
  Token byId(String id) {
    return tokens.stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  /** Null where there is no such token; one that was made here before all others. */
  Token byName(String name) {
    Token found = null;
    for (Token token : tokens) {
      if (token.name().equals(name) && (found == null || token.origin() == Token.Origin.CREATED)) {
        found = token;
      }
    }
    return found;
  }
}
