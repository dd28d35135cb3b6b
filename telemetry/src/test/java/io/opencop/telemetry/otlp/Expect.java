package io.opencop.telemetry.otlp;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the readers said a second time, over generated classes: what a request must look
 * like after reading.
 */
final class Expect {
  /** Means nothing outside profiles, and counts as no value. */
  private static final Set<String> PROFILES_ONLY = Set.of("string_value_strindex", "key_strindex");

  private Expect() {}

  /** Without unknown fields and profiles-only ones; absent and empty messages are the same. */
  @SuppressWarnings("unchecked")
  static <M extends Message> M plain(M message) {
    Message.Builder builder = message.newBuilderForType();
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (PROFILES_ONLY.contains(field.getName())) {
        continue;
      }
      if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        builder.setField(field, entry.getValue());
      } else if (field.isRepeated()) {
        for (Object element : (List<?>) entry.getValue()) {
          builder.addRepeatedField(field, plain((Message) element));
        }
      } else {
        Message child = plain((Message) entry.getValue());
        // In a oneof an empty array or map is a value; elsewhere empty and absent are the same.
        if (field.getContainingOneof() != null || !child.getAllFields().isEmpty()) {
          builder.setField(field, child);
        }
      }
    }
    return (M) builder.setUnknownFields(UnknownFieldSet.getDefaultInstance()).build();
  }

  static ExportTraceServiceRequest traces(ExportTraceServiceRequest request) {
    ExportTraceServiceRequest.Builder result = ExportTraceServiceRequest.newBuilder();
    for (ResourceSpans resource : request.getResourceSpansList()) {
      ResourceSpans.Builder r = resource.toBuilder().clearScopeSpans();
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        ScopeSpans.Builder s = scope.toBuilder().clearSpans();
        scope.getSpansList().stream().filter(Expect::kept).map(Expect::span).forEach(s::addSpans);
        r.addScopeSpans(s);
      }
      result.addResourceSpans(r);
    }
    return plain(result.build());
  }

  private static boolean kept(Span span) {
    return isId(span.getTraceId().toByteArray(), 16)
        && isId(span.getSpanId().toByteArray(), 8)
        && (span.getParentSpanId().size() == 8 || span.getParentSpanId().isEmpty())
        && span.getStartTimeUnixNano() >= 0
        && span.getEndTimeUnixNano() >= 0;
  }

  private static Span span(Span span) {
    Span.Builder result = span.toBuilder().clearLinks();
    if (!isId(span.getParentSpanId().toByteArray(), 8)) {
      result.clearParentSpanId();
    }
    for (Span.Link link : span.getLinksList()) {
      if (isId(link.getTraceId().toByteArray(), 16) && isId(link.getSpanId().toByteArray(), 8)) {
        result.addLinks(link);
      } else {
        result.setDroppedLinksCount(result.getDroppedLinksCount() + 1);
      }
    }
    return result.build();
  }

  static ExportLogsServiceRequest logs(ExportLogsServiceRequest request) {
    ExportLogsServiceRequest.Builder result = ExportLogsServiceRequest.newBuilder();
    for (ResourceLogs resource : request.getResourceLogsList()) {
      ResourceLogs.Builder r = resource.toBuilder().clearScopeLogs();
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        ScopeLogs.Builder s = scope.toBuilder().clearLogRecords();
        for (LogRecord log : scope.getLogRecordsList()) {
          if (log.getTimeUnixNano() >= 0 && log.getObservedTimeUnixNano() >= 0) {
            s.addLogRecords(log(log));
          }
        }
        r.addScopeLogs(s);
      }
      result.addResourceLogs(r);
    }
    return plain(result.build());
  }

  private static LogRecord.Builder log(LogRecord log) {
    LogRecord.Builder result = log.toBuilder();
    if (!isId(log.getTraceId().toByteArray(), 16)) {
      result.clearTraceId();
    }
    if (!isId(log.getSpanId().toByteArray(), 8)) {
      result.clearSpanId();
    }
    return result;
  }

  /** Spans sent, kept or not. */
  static int spans(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(r -> r.getScopeSpansList().stream())
        .mapToInt(ScopeSpans::getSpansCount)
        .sum();
  }

  /** Records sent, kept or not. */
  static int records(ExportLogsServiceRequest request) {
    return request.getResourceLogsList().stream()
        .flatMap(r -> r.getScopeLogsList().stream())
        .mapToInt(ScopeLogs::getLogRecordsCount)
        .sum();
  }

  static boolean isId(byte[] id, int size) {
    int seen = 0;
    for (byte b : id) {
      seen |= b;
    }
    return id.length == size && seen != 0;
  }
}
