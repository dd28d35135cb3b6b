package io.opencop.server.api;

import io.opencop.server.auth.Auth;
import io.opencop.server.auth.AuthMessage;
import io.opencop.server.auth.Doors;
import io.opencop.server.auth.Principal;
import io.opencop.server.auth.Role;
import io.opencop.server.contract.Contract;
import io.opencop.server.contract.Operation;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a request to the API may pass. Whoever has no credentials learns nothing, not
 * even which paths exist: without them every path but the public ones is 401.
 */
final class Gate {
  static final String COOKIE = "cop_session";

  /** What may pass: the operation, the names in its path, and who calls (null: nobody known). */
  record Passed(Operation operation, Map<String, String> names, Principal caller) {}

  private static final String BEARER = "bearer ";
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private final Contract contract;
  private final Auth auth;
  private final Doors doors;

  Gate(Contract contract, Auth auth, Doors doors) {
    this.contract = contract;
    this.auth = auth;
    this.doors = doors;
  }

  /** Also for the console's files: a foreign Host gets nothing from here. */
  void checkHost(HttpServerRequest request) {
    String host = Doors.host(request);
    if (!doors.isOurs(host)) {
      throw new ProblemException(421, AuthMessage.WRONG_HOST.with("host", host));
    }
  }

  Passed pass(HttpServerRequest request) {
    Contract.Match match = contract.match(request.path());
    String method = request.method().name();
    Operation operation = match == null ? null : match.byMethod().get(method);
    Principal caller = caller(request);
    if (operation == null || operation.role() != Role.PUBLIC) {
      if (caller == null) {
        // RFC 6750, 3.1: a token that was sent and is not good is told apart from none at all.
        boolean sent = request.getHeader("authorization") != null;
        throw new ProblemException(
            401,
            (sent ? AuthMessage.TOKEN_NOT_ACCEPTED : AuthMessage.NOT_SIGNED_IN).with(),
            Map.of("www-authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer"));
      }
      if (match == null) {
        throw new ProblemException(404, ApiMessage.NO_PATH.with("path", request.path()));
      }
      if (operation == null) {
        throw noMethod(request, match);
      }
      checkRole(operation.role(), caller);
    }
    boolean acts = !SAFE.contains(method) || isStream(operation);
    boolean byCookie = caller != null && caller.session() != null;
    if (acts && !doors.mayAct(request, byCookie && !SAFE.contains(method))) {
      String origin = request.getHeader("origin");
      throw new ProblemException(403, AuthMessage.WRONG_ORIGIN.with("origin", origin));
    }
    return new Passed(operation, match.names(), caller);
  }

  private static boolean isStream(Operation operation) {
    return operation.id().equals("tailLogs");
  }

  private static ProblemException noMethod(HttpServerRequest request, Contract.Match match) {
    String allowed = String.join(", ", new TreeSet<>(match.byMethod().keySet()));
    return new ProblemException(
        405,
        ApiMessage.NO_METHOD.with(
            "path", request.path(), "method", request.method().name(), "allowed", allowed),
        Map.of("allow", allowed));
  }

  private static void checkRole(Role needed, Principal caller) {
    if (!caller.role().includes(needed)) {
      throw new ProblemException(
          403,
          AuthMessage.ROLE_TOO_SMALL.with(
              "needed", needed.tag(), "name", caller.name(), "role", caller.role().tag()));
    }
  }

  /** A token that is sent but wrong is nobody, even where a good cookie comes along. */
  private Principal caller(HttpServerRequest request) {
    String authorization = request.getHeader("authorization");
    if (authorization != null) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? auth.byToken(authorization.substring(BEARER.length()).trim())
          : null;
    }
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null ? null : auth.byCookie(cookie.getValue());
  }
}
