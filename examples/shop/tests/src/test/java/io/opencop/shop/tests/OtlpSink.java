package io.opencop.shop.tests;

import com.google.protobuf.Parser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP, and Changes, and keeps what it got. */
final class OtlpSink implements AutoCloseable {
  static final String TOKEN = "a-token-of-the-test";

  record Seen<T>(Resource resource, T signal) {
    String service() {
      return attribute("service.name");
    }

    String attribute(String key) {
      return Attributes.of(resource.getAttributesList(), key);
    }
  }

  final List<Seen<Span>> spans = new CopyOnWriteArrayList<>();
  final List<Seen<LogRecord>> logs = new CopyOnWriteArrayList<>();
  final List<Seen<Metric>> metrics = new CopyOnWriteArrayList<>();
  final List<String> changes = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  OtlpSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext(
        "/v1/traces", http -> take(http, ExportTraceServiceRequest.parser(), this::add));
    server.createContext(
        "/v1/logs", http -> take(http, ExportLogsServiceRequest.parser(), this::add));
    server.createContext(
        "/v1/metrics", http -> take(http, ExportMetricsServiceRequest.parser(), this::add));
    server.createContext("/api/v1/changes", this::change);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private interface Add<T> {
    void add(T request);
  }

  private <T> void take(HttpExchange http, Parser<T> parser, Add<T> add) throws IOException {
    try (http) {
      boolean zipped = "gzip".equals(http.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = http.getRequestBody();
      T request = parser.parseFrom(zipped ? new GZIPInputStream(body) : body);
      if (authorised(http)) {
        add.add(request);
        http.sendResponseHeaders(200, -1);
      }
    }
  }

  private void change(HttpExchange http) throws IOException {
    try (http) {
      String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (authorised(http)) {
        changes.add(body);
        http.sendResponseHeaders(201, -1);
      }
    }
  }

  private static boolean authorised(HttpExchange http) throws IOException {
    if (("Bearer " + TOKEN).equals(http.getRequestHeaders().getFirst("Authorization"))) {
      return true;
    }
    http.sendResponseHeaders(401, -1);
    return false;
  }

  private void add(ExportTraceServiceRequest request) {
    request
        .getResourceSpansList()
        .forEach(r ->
            r.getScopeSpansList()
                .forEach(
                    s -> s.getSpansList().forEach(x -> spans.add(new Seen<>(r.getResource(), x)))));
  }

  private void add(ExportLogsServiceRequest request) {
    request
        .getResourceLogsList()
        .forEach(r ->
            r.getScopeLogsList()
                .forEach(s ->
                    s.getLogRecordsList().forEach(x -> logs.add(new Seen<>(r.getResource(), x)))));
  }

  private void add(ExportMetricsServiceRequest request) {
    request
        .getResourceMetricsList()
        .forEach(r ->
            r.getScopeMetricsList()
                .forEach(s ->
                    s.getMetricsList().forEach(x -> metrics.add(new Seen<>(r.getResource(), x)))));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
