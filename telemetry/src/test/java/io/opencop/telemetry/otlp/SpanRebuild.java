package io.opencop.telemetry.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** A handler that puts the request together again. */
final class SpanRebuild implements SpanHandler {
  private final OtlpLimits limits;
  private final ReadCounters counters = new ReadCounters();
  private final ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
  private ResourceSpans.Builder resource;
  private ScopeSpans.Builder scope;

  SpanRebuild(OtlpLimits limits) {
    this.limits = limits;
  }

  ExportTraceServiceRequest build() {
    return request.build();
  }

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    resource = request.addResourceSpansBuilder();
    resource.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    resource.setResource(Heads.resource(buf, off, len, limits, counters));
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    scope = resource.addScopeSpansBuilder();
    scope.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    scope.setScope(Heads.scope(buf, off, len, limits, counters));
  }

  @Override
  public void span(SpanView v) {
    Span.Builder span = scope.addSpansBuilder();
    span.setTraceId(Rebuild.id(v.traceIdHi(), v.traceIdLo()));
    span.setSpanId(Rebuild.id(v.spanId()));
    if (v.parentSpanId() != 0) {
      span.setParentSpanId(Rebuild.id(v.parentSpanId()));
    }
    span.setTraceState(Rebuild.text(v.buf(), v.traceStateOff(), v.traceStateLen()));
    span.setFlags(v.flags());
    span.setName(Rebuild.text(v.buf(), v.nameOff(), v.nameLen()));
    span.setKindValue(v.kind());
    span.setStartTimeUnixNano(v.startNanos());
    span.setEndTimeUnixNano(v.endNanos());
    span.addAllAttributes(Rebuild.attributes(v.attributes()));
    span.setDroppedAttributesCount((int) v.droppedAttributes());
    span.setDroppedEventsCount((int) v.droppedEvents());
    span.setDroppedLinksCount((int) v.droppedLinks());
    span.setStatus(
        Status.newBuilder()
            .setCodeValue(v.statusCode())
            .setMessage(Rebuild.text(v.buf(), v.statusMessageOff(), v.statusMessageLen())));
    EventView event = new EventView(limits, counters);
    for (int i = 0; i < v.events(); i++) {
      event.read(v.buf(), v.eventOff(i), v.eventLen(i));
      span.addEventsBuilder()
          .setTimeUnixNano(event.timeNanos())
          .setName(Rebuild.text(event.buf(), event.nameOff(), event.nameLen()))
          .setDroppedAttributesCount((int) event.droppedAttributes())
          .addAllAttributes(Rebuild.attributes(event.attributes()));
    }
    LinkView link = new LinkView(limits, counters);
    for (int i = 0; i < v.links(); i++) {
      link.read(v.buf(), v.linkOff(i), v.linkLen(i));
      span.addLinksBuilder()
          .setTraceId(Rebuild.id(link.traceIdHi(), link.traceIdLo()))
          .setSpanId(Rebuild.id(link.spanId()))
          .setTraceState(Rebuild.text(link.buf(), link.traceStateOff(), link.traceStateLen()))
          .setFlags(link.flags())
          .setDroppedAttributesCount((int) link.droppedAttributes())
          .addAllAttributes(Rebuild.attributes(link.attributes()));
    }
  }
}
