package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.server.auth.Auth;
import io.opencop.server.auth.AuthMessage;
import io.opencop.server.auth.Role;
import io.opencop.server.auth.Token;
import io.opencop.server.config.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens of the API, and links that sign a browser in. */
final class TokenEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoints.class);

  /** A token that nobody remembers must not open the door for ever; who wants that says so. */
  private static final String LIFE = "90d";

  private final Auth auth;
  private final Supplier<String> url;

  /**
   * @param url where people open the console
   */
  TokenEndpoints(Auth auth, Supplier<String> url) {
    this.auth = auth;
    this.url = url;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .add("listTokens", this::list)
        .add("createToken", this::create)
        .add("revokeToken", this::revoke)
        .add("createLink", this::link);
  }

  private Reply list(Call call) {
    List<Map<String, Object>> all =
        auth.tokens().stream().map(token -> shown(token, call.now())).toList();
    return Reply.ok(Map.of("tokens", all));
  }

  private static Map<String, Object> shown(Token token, Instant now) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", token.name());
    all.put("role", token.role().tag());
    all.put("origin", token.origin().name().toLowerCase(Locale.ROOT));
    all.put("created", token.created());
    all.put("expires", token.expires());
    all.put("expired", token.isOver(now));
    return all;
  }

  private Reply create(Call call) {
    JsonNode body = call.arguments().body();
    String name = body.get("name").asText();
    String life = body.path("expires_in").asText(LIFE);
    Duration age = life.equals("never") ? null : Durations.parse(life);
    Auth.Created created =
        checked(name, () -> auth.createToken(name, Role.of(body.get("role").asText()), age));
    LOG.info("{} made the token {} ({})", call.caller().name(), name, body.get("role").asText());
    Map<String, Object> all = shown(created.token(), call.now());
    all.put("token", created.secret());
    return new Reply.Json(201, all, Map.of());
  }

  private Reply revoke(Call call) {
    String name = call.text("name");
    checked(
        name,
        () -> {
          auth.revokeToken(name);
          return null;
        });
    LOG.info("{} took the token {} away", call.caller().name(), name);
    return new Reply.Empty(Map.of());
  }

  private Reply link(Call call) {
    Auth.Code code = auth.issueCode(call.caller());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("url", url.get() + "/?code=" + code.code());
    all.put("expires", code.end());
    all.put("name", call.caller().name());
    all.put("role", call.caller().role().tag());
    return new Reply.Json(201, all, Map.of());
  }

  private static <T> T checked(String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (Auth.RefusedException e) {
      throw switch (e.why()) {
        case EXISTS -> new ProblemException(409, AuthMessage.TOKEN_EXISTS.with("name", name));
        case UNKNOWN -> new ProblemException(404, AuthMessage.NO_SUCH_TOKEN.with("name", name));
        case NOT_OURS -> new ProblemException(409, AuthMessage.TOKEN_NOT_OURS.with("name", name));
        case TOO_MANY ->
            new ProblemException(409, AuthMessage.TOO_MANY_TOKENS.with("most", Auth.MOST_TOKENS));
      };
    }
  }
}
