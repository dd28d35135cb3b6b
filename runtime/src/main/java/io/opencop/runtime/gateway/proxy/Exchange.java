package io.opencop.runtime.gateway.proxy;

import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.GatewayMessage;
import io.opencop.runtime.gateway.balance.AppTable;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.opencop.runtime.gateway.balance.Target;
import io.opencop.runtime.net.ConnectionGuard;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One request, from its head to the last byte of its answer. Everything of it happens on one event
 * loop, in the turn in which it is told: the toolkit loses the end of a response whose handlers are
 * set later or elsewhere.
 */
final class Exchange {
  private static final int MOST_RETRIES = 2;

  private final Lane lane;
  private final HttpServerRequest request;
  private final String host;
  private final String uri;
  private final String path;
  private final RequestBody body;
  private final boolean tunnel;
  private final List<Target> tried = new ArrayList<>(1);
  private AppTable app;
  private Attempt attempt;
  private int retries;
  private long heldUntil;
  private boolean inFlight;
  private boolean held;
  private boolean toldToGoOn;
  private boolean done;
  private final ConnectionGuard.Request busy;
  private final Told told;

  Exchange(Lane lane, HttpServerRequest request) {
    this.lane = lane;
    this.request = request;
    this.host = Hosts.of(request);
    this.uri = Paths.target(request.uri(), host);
    this.path = Paths.of(uri);
    this.tunnel = Tunnel.asked(request);
    this.told = new Told(lane.telemetry(), request);
    this.busy = lane.guard().begin(request.connection());
    this.body = new RequestBody(request, tunnel || RequestBody.noneOf(request));
    if (lane.leaving() && request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader("connection", "close");
    }
    request.exceptionHandler(_ -> clientGone());
    if (Names.connection(request.headers()).contains("close")) {
      // Among other words in that field the toolkit overlooks it.
      request.response().endHandler(_ -> request.connection().close());
    }
    request.response().exceptionHandler(_ -> clientGone()).closeHandler(_ -> clientGone());
  }

  void begin() {
    RouteTable.Path route = lane.table().find(Hosts.name(host), path);
    if (route == null) {
      var _ = end(404, 0, GatewayMessage.NO_ROUTE.with("place", host + path));
      return;
    }
    app = route.app();
    told.found(app.state().name(), route.route());
    if (!app.state().admit(app.limits(), System.nanoTime())) {
      refuse(429, GatewayMessage.TOO_OFTEN, app.limits().requestsPerSecond());
    } else {
      forward();
    }
  }

  /** Again, with the routes as they are now: an instance may have got ready. */
  void wake() {
    RouteTable.Path now = lane.table().find(Hosts.name(host), path);
    if (now == null || now.app().state() != app.state()) {
      release();
      var _ = end(404, 0, GatewayMessage.NO_ROUTE.with("place", host + path));
      return;
    }
    app = now.app();
    if (app.pick(List.of(), System.nanoTime(), lane.random()) != null) {
      release();
      tried.clear();
      retries = 0;
      forward();
    }
  }

  private void forward() {
    Target target = app.pick(tried, System.nanoTime(), lane.random());
    if (target == null) {
      hold();
      return;
    }
    if (!inFlight) {
      if (!app.state().begin(app.limits())) {
        refuse(503, GatewayMessage.TOO_BUSY, app.limits().maxInFlight());
        return;
      }
      inFlight = true;
      lane.track(this);
    }
    tried.add(target);
    attempt = new Attempt(this, request, app, target);
    attempt.begin();
  }

  /** An endpoint takes the request. */
  void sendBody(HttpClientRequest to) {
    if (!toldToGoOn && Names.lists(request.headers(), "expect", "100-continue")) {
      toldToGoOn = true;
      request.response().writeContinue();
    }
    body.sendTo(to);
  }

  /** The head of an answer is there. */
  void answered(HttpClientResponse response) {
    if (tunnel && response.statusCode() == 101) {
      Tunnel.open(request, response, this::finish);
    } else {
      new Answer(request, response, this::answerEnded, this::answerLost).send();
    }
  }

  /**
   * An endpoint has lost it: sends it to another if that is safe; else the client is told.
   *
   * @param unsent it has reached nobody for certain
   */
  void again(boolean unsent) {
    boolean safe = unsent || (Unsent.idempotent(request.method()) && app.state().takeRetry());
    if (retries < MOST_RETRIES && body.replayable() && safe) {
      app.state().retried();
      retries++;
      dropAttempt();
      // The routes may have changed since; an instance that just ended is not in them any more.
      AppTable now = lane.table().apps().get(app.state().name());
      app = now == null ? app : now;
      forward();
    } else if (unsent && body.replayable()) {
      dropAttempt();
      hold(); // nobody is there although the routes say so: as good as asleep
    } else {
      fail(502, GatewayMessage.CONNECTION_LOST.with("app", app.state().name()));
    }
  }

  private void dropAttempt() {
    body.detach();
    attempt.end();
    attempt = null;
  }

  private void hold() {
    if (!app.wake()) {
      fail(503, GatewayMessage.NOT_READY.with("app", app.state().name()));
    } else if (!app.state().hold(app.limits())) {
      refuse(503, GatewayMessage.QUEUE_FULL, app.limits().maxWaiting());
    } else {
      held = true;
      leave();
      heldUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(app.limits().waitMs());
      lane.hold(this);
    }
  }

  /** Every so often: whether its time is over. */
  void look(long now) {
    if (done) {
      return;
    }
    if (body.stalled(now, lane.stalledNanos())) {
      var _ =
          end(408, 0, GatewayMessage.STALLED.with()).onComplete(_ -> request.connection().close());
      return;
    }
    String name = app.state().name();
    if (held && heldUntil - now <= 0) {
      release();
      fail(503, GatewayMessage.WAITED.with("app", name, "ms", app.limits().waitMs()));
    } else if (!held && attempt != null && attempt.late(now)) {
      attempt.blame();
      fail(504, GatewayMessage.TOO_SLOW.with("app", name, "ms", app.limits().responseTimeoutMs()));
    }
  }

  private void refuse(int status, GatewayMessage message, int limit) {
    var _ = end(status, 1, message.with("app", app.state().name(), "limit", limit));
  }

  private void fail(int status, Notice notice) {
    app.state().failed();
    var _ = end(status, status == 503 ? 1 : 0, notice);
  }

  private Future<Void> end(int status, int retryAfter, Notice notice) {
    if (done) {
      return Future.succeededFuture();
    }
    told.answered(status, "");
    // In this order: that the request to the application fails now is no news.
    finish();
    cancel();
    return Refusal.send(request, status, retryAfter, notice);
  }

  private void answerEnded() {
    if (done) {
      return;
    }
    boolean early = !body.ended();
    if (early) {
      cancel(); // what it has not read will not be sent
    }
    finish();
    if (early) {
      Refusal.letGo(request);
    }
  }

  /** The answer broke off. Bytes of it are out, so all that is left is not to pretend. */
  private void answerLost() {
    if (done) {
      return;
    }
    attempt.blame();
    app.state().failed();
    cancel();
    finish();
    request.response().reset(2); // INTERNAL_ERROR; in HTTP/1.1 the connection is closed
  }

  private void clientGone() {
    if (done) {
      return;
    }
    cancel();
    finish();
  }

  private void cancel() {
    body.detach();
    if (attempt != null) {
      attempt.cancel();
    }
  }

  private void finish() {
    if (done) {
      return;
    }
    done = true;
    busy.end();
    told.end(path);
    if (held) {
      release();
    }
    leave();
  }

  /** Is no longer in progress at the application. */
  private void leave() {
    if (attempt != null) {
      attempt.end();
    }
    if (inFlight) {
      inFlight = false;
      app.state().end();
      lane.untrack(this);
    }
  }

  private void release() {
    if (held) {
      held = false;
      app.state().release();
      lane.unhold(this);
    }
  }

  Lane lane() {
    return lane;
  }

  /** As the client wrote it; empty where it wrote none. */
  String host() {
    return host;
  }

  String uri() {
    return uri;
  }

  boolean tunnel() {
    return tunnel;
  }

  Told told() {
    return told;
  }
}
