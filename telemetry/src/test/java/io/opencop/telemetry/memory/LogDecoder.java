package io.opencop.telemetry.memory;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.query.LogRow;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.Map;

/** Log records through the generated classes. */
final class LogDecoder {
  private long next;

  void decode(ExportLogsServiceRequest request, Items into) {
    request
        .getResourceLogsList()
        .forEach(r -> {
          Map<String, Object> resource = AnyValues.map(r.getResource().getAttributesList());
          r.getScopeLogsList()
              .forEach(
                  s -> s.getLogRecordsList().forEach(l -> add(l, resource, s.getScope(), into)));
        });
  }

  private void add(
      LogRecord l, Map<String, Object> resource, InstrumentationScope scope, Items into) {
    long time = l.getTimeUnixNano() == 0 ? l.getObservedTimeUnixNano() : l.getTimeUnixNano();
    if (l.getTimeUnixNano() < 0 || l.getObservedTimeUnixNano() < 0) {
      into.rejected++;
      return;
    }
    Object body = AnyValues.value(l.getBody());
    String text = Values.text(body);
    LogRow row =
        new LogRow(
            Long.toString(next++),
            Nanos.instant(time),
            Nanos.instant(l.getObservedTimeUnixNano()),
            Severities.name(l.getSeverityNumberValue()),
            SpanDecoder.orNull(l.getSeverityText()),
            Resources.service(resource),
            Resources.instance(resource),
            body,
            SpanDecoder.id(l.getTraceId(), 16) ? SpanDecoder.hex(l.getTraceId()) : null,
            SpanDecoder.id(l.getSpanId(), 8) ? SpanDecoder.hex(l.getSpanId()) : null,
            SpanDecoder.orNull(l.getEventName()),
            text == null ? null : Long.toString(Masks.id(text)),
            AnyValues.map(l.getAttributesList()),
            resource,
            SpanDecoder.scope(scope));
    into.logs.add(new Items.Log(row, time, l.getSeverityNumberValue(), text));
  }
}
