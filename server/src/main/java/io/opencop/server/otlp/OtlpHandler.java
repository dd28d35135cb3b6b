package io.opencop.server.otlp;

import io.opencop.model.Signal;
import io.opencop.server.net.Lingering;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Both protocols of OTLP on whatever port: the content type and the path say which it is. */
public final class OtlpHandler implements Handler<HttpServerRequest> {
  private static final String GRPC = "application/grpc";
  private static final String SERVICES = "/opentelemetry.proto.collector.";

  private final Receiver receiver;

  public OtlpHandler(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String type = request.getHeader("content-type");
    if (type != null && type.startsWith(GRPC)) {
      grpc(request);
    } else {
      http(request);
    }
  }

  private void grpc(HttpServerRequest request) {
    Signal signal =
        switch (request.path()) {
          case SERVICES + "trace.v1.TraceService/Export" -> Signal.SPANS;
          case SERVICES + "logs.v1.LogsService/Export" -> Signal.LOGS;
          case SERVICES + "metrics.v1.MetricsService/Export" -> Signal.METRICS;
          case null, default -> null;
        };
    if (request.version() != HttpVersion.HTTP_2 || !request.method().equals(HttpMethod.POST)) {
      receiver.counters().stranger();
      Lingering.announce(request);
      Future<Void> sent = request.response().setStatusCode(415).end("gRPC needs HTTP/2 and POST\n");
      Lingering.drain(request, sent);
    } else if (signal == null) {
      receiver.counters().stranger();
      HttpServerResponse response = request.response();
      GrpcExchange.trailersOnly(
          response, new RefusedException(Refusal.NOT_FOUND, "unknown method " + request.path()));
      response.end().onComplete(_ -> response.reset(0));
    } else {
      new GrpcExchange(receiver, request, signal).start();
    }
  }

  private void http(HttpServerRequest request) {
    Signal signal =
        switch (request.path()) {
          case "/v1/traces" -> Signal.SPANS;
          case "/v1/logs" -> Signal.LOGS;
          case "/v1/metrics" -> Signal.METRICS;
          case null, default -> null;
        };
    if (signal != null) {
      new HttpExchange(receiver, request, signal).start();
      return;
    }
    receiver.counters().stranger();
    boolean early = Lingering.isNeeded(request);
    if (early) {
      Lingering.announce(request);
    }
    RefusedException refused =
        new RefusedException(
            Refusal.NOT_FOUND, "OTLP is taken at /v1/traces, /v1/logs and /v1/metrics");
    Future<Void> sent =
        request
            .response()
            .setStatusCode(404)
            .putHeader("content-type", "application/json")
            .end(Buffer.buffer(Answers.statusJson(refused)));
    if (early) {
      Lingering.drain(request, sent);
    }
  }
}
