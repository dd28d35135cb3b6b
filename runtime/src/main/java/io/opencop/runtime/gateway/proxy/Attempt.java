package io.opencop.runtime.gateway.proxy;

import io.opencop.runtime.gateway.balance.AppTable;
import io.opencop.runtime.gateway.balance.Target;
import io.opencop.runtime.gateway.routes.Upstream;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.util.concurrent.TimeUnit;

/**
 * One try of a request at one endpoint, from the connection to the head of its answer. What becomes
 * of the request then is its {@link Exchange}'s affair, which hears nothing of a try that is over.
 */
final class Attempt {
  private static final long CANCEL = 8;

  private final Exchange exchange;
  private final HttpServerRequest request;
  private final AppTable app;
  private final Target target;
  private HttpClientRequest upstream;
  private long deadline = Long.MAX_VALUE;
  private boolean over;

  Attempt(Exchange exchange, HttpServerRequest request, AppTable app, Target target) {
    this.exchange = exchange;
    this.request = request;
    this.app = app;
    this.target = target;
  }

  void begin() {
    target.begin();
    exchange
        .lane()
        .client(speaks())
        .request(
            new RequestOptions()
                .setMethod(request.method())
                .setHost(target.upstream().host())
                .setPort(target.upstream().port())
                .setURI(exchange.uri())
                .setConnectTimeout(app.limits().connectTimeoutMs()))
        .onComplete(this::connected);
  }

  /** gRPC needs trailers, which HTTP/1.1 servers of it do not have. */
  private Upstream.Speaks speaks() {
    String type = request.getHeader("content-type");
    boolean grpc =
        request.version() == HttpVersion.HTTP_2
            && type != null
            && type.startsWith("application/grpc");
    return grpc && !exchange.tunnel() ? Upstream.Speaks.H2C : target.upstream().speaks();
  }

  private void connected(AsyncResult<HttpClientRequest> connected) {
    if (over) {
      if (connected.succeeded()) {
        connected.result().exceptionHandler(_ -> {}).reset(CANCEL);
      }
      return;
    }
    if (connected.failed()) {
      app.unreachable(target, System.nanoTime());
      exchange.again(true);
      return;
    }
    upstream = connected.result();
    head(upstream);
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(app.limits().responseTimeoutMs());
    // A failure to write shows as the failure of the response.
    upstream.exceptionHandler(_ -> {});
    if (exchange.tunnel()) {
      upstream.connect().onComplete(this::answered);
    } else {
      upstream.response().onComplete(this::answered);
      exchange.sendBody(upstream);
    }
  }

  /** The application sees the name that the client used. */
  private void head(HttpClientRequest out) {
    Lane lane = exchange.lane();
    String host = exchange.host();
    MultiMap headers = out.headers();
    Outgoing.request(request, host, lane.trusts(request), headers);
    exchange.told().trace(headers);
    TraceContext.settle(headers, lane.table().routes().startTraces(), lane.random());
    if (exchange.tunnel()) {
      Tunnel.ask(request, headers);
    }
    if (host.isEmpty()) {
      return;
    }
    if (out.version() == HttpVersion.HTTP_2) {
      HostAndPort authority = HostAndPort.parseAuthority(host, -1);
      if (authority != null) {
        out.authority(authority);
      }
    } else {
      out.putHeader("host", host);
    }
  }

  private void answered(AsyncResult<HttpClientResponse> answer) {
    if (over) {
      return;
    }
    deadline = Long.MAX_VALUE;
    if (answer.failed()) {
      blame();
      exchange.again(Unsent.proves(answer.cause(), upstream));
      return;
    }
    int status = answer.result().statusCode();
    exchange.told().answered(status, target.upstream().id());
    if (status >= 500) {
      blame();
    } else {
      app.succeeded(target);
    }
    exchange.answered(answer.result());
  }

  /** The endpoint has failed. */
  void blame() {
    app.failed(target, System.nanoTime());
  }

  /** Whether the head of the answer should have been there by now. */
  boolean late(long now) {
    return deadline != Long.MAX_VALUE && deadline - now <= 0;
  }

  /** It is no longer in progress at the endpoint; at once or again. */
  void end() {
    if (!over) {
      over = true;
      target.end();
    }
  }

  /** Also after its end: the application may stop working for nobody. */
  void cancel() {
    if (upstream != null) {
      upstream.reset(CANCEL);
    }
  }
}
