package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.server.auth.Auth;
import io.opencop.server.auth.AuthMessage;
import io.opencop.server.auth.Principal;
import io.opencop.server.auth.SignInLimit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signing in and out, and who one is. */
final class SessionEndpoints {
  private final Auth auth;
  private final SignInLimit limit;
  private final String version;

  SessionEndpoints(Auth auth, SignInLimit limit, String version) {
    this.auth = auth;
    this.limit = limit;
    this.version = version;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .add("whoAmI", call -> Reply.ok(described(call.caller())))
        .add("signIn", this::signIn)
        .add("signOut", this::signOut);
  }

  private Map<String, Object> described(Principal principal) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", principal.name());
    all.put("role", principal.role().tag());
    all.put("version", version);
    return all;
  }

  private Reply signIn(Call call) {
    long seconds = limit.seconds(call.address());
    if (seconds > 0) {
      throw new ProblemException(
          429,
          AuthMessage.TOO_MANY_TRIES.with("seconds", seconds),
          Map.of("retry-after", Long.toString(seconds)));
    }
    JsonNode body = call.arguments().body();
    Principal principal =
        body.has("code")
            ? auth.byCode(body.get("code").asText())
            : body.has("token") ? auth.byToken(body.get("token").asText()) : null;
    if (principal == null) {
      throw new ProblemException(401, AuthMessage.BAD_CREDENTIALS.with());
    }
    String cookie = cookie(auth.issueCookie(principal), auth.sessionAge().toSeconds(), call);
    return new Reply.Json(200, described(principal), Map.of("set-cookie", cookie));
  }

  private Reply signOut(Call call) {
    if (call.caller().session() != null) {
      auth.revoke(call.caller().session());
    }
    return new Reply.Empty(Map.of("set-cookie", cookie("", 0, call)));
  }

  private static String cookie(String value, long seconds, Call call) {
    return Gate.COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + seconds
        + (call.secure() ? "; Secure" : "");
  }
}
