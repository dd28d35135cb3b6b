package io.opencop.server.otlp;

import io.opencop.server.auth.Hashes;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * The tokens senders of telemetry use, as {@code authorization: Bearer ...} or {@code
 * x-opencop-token: ...} (for exporters that cannot set the former). Without any, whoever reaches
 * the port may send; the configuration allows that on loopback only.
 */
public final class SenderTokens {
  private static final String BEARER = "bearer ";

  private final List<byte[]> hashes;

  public SenderTokens(List<String> tokens) {
    this.hashes = tokens.stream().map(Hashes::sha256).toList();
  }

  void check(HttpServerRequest request) {
    if (hashes.isEmpty()) {
      return;
    }
    String given = request.getHeader("x-opencop-token");
    String authorization = request.getHeader("authorization");
    if (given == null && authorization != null) {
      given =
          authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
              ? authorization.substring(BEARER.length()).trim()
              : null;
    }
    if (given == null || !Hashes.isAmong(hashes, Hashes.sha256(given))) {
      throw new RefusedException(
          Refusal.UNAUTHENTICATED,
          "a token of otlp.tokens is needed; send the header Authorization: Bearer <token>");
    }
  }
}
