package io.opencop.telemetry.ingest;

import io.opencop.telemetry.otlp.EventView;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.LinkView;

/** Events and links as JSON: what a span carries that is not a column. */
final class SpanParts {
  private final AttributeJson attributeJson;

  SpanParts(Redactor redactor) {
    attributeJson = new AttributeJson(redactor);
  }

  /** {"name":…,"time":nanoseconds,"attributes":{…},"dropped":n}. */
  void event(EventView e, JsonText out) {
    Json.comma(out).raw("{\"name\":");
    attributeJson.string(e.buf(), e.nameOff(), e.nameLen(), out);
    out.raw(",\"time\":").number(e.timeNanos());
    if (e.attributes().size() > 0) {
      out.raw(",\"attributes\":");
      attributeJson.object(e.attributes(), out);
    }
    if (e.droppedAttributes() > 0) {
      out.raw(",\"dropped\":").number(e.droppedAttributes());
    }
    out.raw('}');
  }

  /** {"trace_id":hex,"span_id":hex,"trace_state":…,"flags":n,"attributes":{…},"dropped":n}. */
  void link(LinkView l, JsonText out) {
    Json.hex(Json.comma(out).raw("{\"trace_id\":"), l.traceIdHi(), l.traceIdLo());
    Json.hex(out.raw(",\"span_id\":"), l.spanId());
    if (l.traceStateLen() > 0) {
      out.raw(",\"trace_state\":");
      attributeJson.string(l.buf(), l.traceStateOff(), l.traceStateLen(), out);
    }
    if (l.flags() != 0) {
      out.raw(",\"flags\":").number(l.flags() & 0xffffffffL);
    }
    if (l.attributes().size() > 0) {
      out.raw(",\"attributes\":");
      attributeJson.object(l.attributes(), out);
    }
    if (l.droppedAttributes() > 0) {
      out.raw(",\"dropped\":").number(l.droppedAttributes());
    }
    out.raw('}');
  }
}
