package io.opencop.telemetry.journal;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.SplittableRandom;

/** OTLP as the Java agent sends it: 15 attributes a span, three of them with many values. */
final class RealisticRequests {
  private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE"};
  private static final String[] ROUTES = {
    "/api/orders/{id}", "/api/catalog/items", "/api/cart", "/api/payments/{id}/confirm", "/login"
  };
  private final SplittableRandom random;

  RealisticRequests(long seed) {
    random = new SplittableRandom(seed);
  }

  byte[] spans(int count) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    scope.getScopeBuilder().setName("io.opentelemetry.tomcat-10.0").setVersion("2.33.1-alpha");
    for (int i = 0; i < count; i++) {
      String route = ROUTES[random.nextInt(ROUTES.length)];
      long start = 1_790_000_000_000_000_000L + random.nextLong(60_000_000_000L);
      Span.Builder span =
          Span.newBuilder()
              .setTraceId(bytes(16))
              .setSpanId(bytes(8))
              .setParentSpanId(bytes(8))
              .setName(METHODS[random.nextInt(4)] + " " + route)
              .setKind(
                  random.nextBoolean()
                      ? Span.SpanKind.SPAN_KIND_SERVER
                      : Span.SpanKind.SPAN_KIND_CLIENT)
              .setStartTimeUnixNano(start)
              .setEndTimeUnixNano(start + random.nextLong(200_000_000))
              .setFlags(257);
      span.addAttributes(text("http.request.method", METHODS[random.nextInt(4)]))
          .addAttributes(text("http.route", route))
          .addAttributes(number("http.response.status_code", random.nextInt(20) == 0 ? 500 : 200))
          .addAttributes(text("url.path", route.replace("{id}", "" + random.nextInt(50_000))))
          .addAttributes(text("url.scheme", "http"))
          .addAttributes(text("server.address", "order-service"))
          .addAttributes(number("server.port", 8080))
          .addAttributes(
              text("client.address", "10.3." + random.nextInt(99) + "." + random.nextInt(250)))
          .addAttributes(text("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64) shop"))
          .addAttributes(text("network.protocol.version", "1.1"))
          .addAttributes(number("thread.id", random.nextInt(200)))
          .addAttributes(text("thread.name", "http-nio-8080-exec-" + random.nextInt(200)))
          .addAttributes(text("session.id", Long.toHexString(random.nextLong())))
          .addAttributes(text("enduser.id", "user-" + random.nextInt(20_000)))
          .addAttributes(text("app.cart.id", "cart-" + random.nextInt(100_000)));
      scope.addSpans(span);
    }
    ResourceSpans.Builder resource =
        ResourceSpans.newBuilder().setResource(resource()).addScopeSpans(scope);
    return ExportTraceServiceRequest.newBuilder().addResourceSpans(resource).build().toByteArray();
  }

  byte[] logs(int count) {
    ScopeLogs.Builder scope = ScopeLogs.newBuilder();
    for (int i = 0; i < count; i++) {
      scope.addLogRecords(
          LogRecord.newBuilder()
              .setTimeUnixNano(1_790_000_000_000_000_000L + random.nextLong(60_000_000_000L))
              .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
              .setSeverityText("INFO")
              .setBody(value("Order " + random.nextInt(100_000) + " confirmed in " + i + " ms"))
              .setTraceId(bytes(16))
              .setSpanId(bytes(8)));
    }
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(ResourceLogs.newBuilder().setResource(resource()).addScopeLogs(scope))
        .build()
        .toByteArray();
  }

  private Resource resource() {
    return Resource.newBuilder()
        .addAttributes(text("service.name", "service-" + random.nextInt(20)))
        .addAttributes(text("service.version", "1.4.2"))
        .addAttributes(text("service.instance.id", "c0ffee-" + random.nextInt(4)))
        .addAttributes(text("host.name", "node-" + random.nextInt(3)))
        .addAttributes(text("telemetry.sdk.language", "java"))
        .build();
  }

  private ByteString bytes(int n) {
    byte[] b = new byte[n];
    random.nextBytes(b);
    return ByteString.copyFrom(b);
  }

  private static KeyValue text(String key, String text) {
    return KeyValue.newBuilder().setKey(key).setValue(value(text)).build();
  }

  private static KeyValue number(String key, long number) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(number))
        .build();
  }

  private static AnyValue value(String text) {
    return AnyValue.newBuilder().setStringValue(text).build();
  }
}
