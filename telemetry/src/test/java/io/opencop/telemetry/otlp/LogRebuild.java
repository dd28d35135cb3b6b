package io.opencop.telemetry.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/** A handler that puts the request together again. */
final class LogRebuild implements LogHandler {
  private final OtlpLimits limits;
  private final ReadCounters counters = new ReadCounters();
  private final ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
  private ResourceLogs.Builder resource;
  private ScopeLogs.Builder scope;

  LogRebuild(OtlpLimits limits) {
    this.limits = limits;
  }

  ExportLogsServiceRequest build() {
    return request.build();
  }

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    resource = request.addResourceLogsBuilder();
    resource.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    resource.setResource(Heads.resource(buf, off, len, limits, counters));
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    scope = resource.addScopeLogsBuilder();
    scope.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    scope.setScope(Heads.scope(buf, off, len, limits, counters));
  }

  @Override
  public void log(LogView v) {
    LogRecord.Builder log = scope.addLogRecordsBuilder();
    log.setTimeUnixNano(v.timeNanos());
    log.setObservedTimeUnixNano(v.observedNanos());
    log.setSeverityNumberValue(v.severityNumber());
    log.setSeverityText(Rebuild.text(v.buf(), v.severityTextOff(), v.severityTextLen()));
    log.setEventName(Rebuild.text(v.buf(), v.eventNameOff(), v.eventNameLen()));
    log.setFlags(v.flags());
    log.setDroppedAttributesCount((int) v.droppedAttributes());
    log.addAllAttributes(Rebuild.attributes(v.attributes()));
    if ((v.traceIdHi() | v.traceIdLo()) != 0) {
      log.setTraceId(Rebuild.id(v.traceIdHi(), v.traceIdLo()));
    }
    if (v.spanId() != 0) {
      log.setSpanId(Rebuild.id(v.spanId()));
    }
    boolean inPlace = ValueKind.inPlace(v.bodyKind()) || v.bodyKind() == ValueKind.EMPTY;
    log.setBody(
        Rebuild.value(
            v.buf(),
            v.bodyKind(),
            inPlace ? 0 : v.bodyOff(),
            inPlace ? 0 : v.bodyLen(),
            inPlace ? v.bodyNumber() : 0));
  }
}
