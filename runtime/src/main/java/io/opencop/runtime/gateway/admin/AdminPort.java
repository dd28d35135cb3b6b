package io.opencop.runtime.gateway.admin;

import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * What the platform asks its gateway, on loopback and with a token. Nothing can be changed here.
 */
public final class AdminPort {
  private static final int TOKEN_BYTES = 32;

  private final Vertx vertx;
  private final Supplier<RouteTable> table;
  private final Supplier<Notice> problem;
  private final String token;
  private HttpServer server;

  /**
   * @param problem what is wrong with the routes file; null where nothing is
   */
  public AdminPort(Vertx vertx, Supplier<RouteTable> table, Supplier<Notice> problem) {
    this.vertx = vertx;
    this.table = table;
    this.problem = problem;
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  public Future<HttpServer> open() {
    server = vertx.createHttpServer().requestHandler(this::answer);
    return server.listen(0, "127.0.0.1");
  }

  public int port() {
    return server.actualPort();
  }

  public String token() {
    return token;
  }

  private void answer(HttpServerRequest request) {
    if (!allowed(request.getHeader("authorization"))) {
      request.response().setStatusCode(403).end();
      return;
    }
    RouteTable now = table.get();
    JsonObject answer =
        switch (request.method().equals(HttpMethod.GET) ? request.path() : "") {
          case "/inflight" -> Figures.inFlight(now);
          case "/waiting" -> Figures.waiting(now);
          case "/stats" -> Figures.stats(now, problem.get());
          default -> null;
        };
    if (answer == null) {
      request.response().setStatusCode(404).end();
    } else {
      request.response().putHeader("content-type", "application/json").end(answer.toBuffer());
    }
  }

  private boolean allowed(String authorization) {
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return authorization != null
        && MessageDigest.isEqual(wanted, authorization.getBytes(StandardCharsets.UTF_8));
  }
}
