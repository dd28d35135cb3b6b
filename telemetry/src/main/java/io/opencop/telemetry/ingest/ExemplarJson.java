package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.otlp.ExemplarView;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.PointView;
import io.opencop.telemetry.otlp.ReadCounters;

/** Exemplars as JSON: [{"time":…,"value":…,"trace_id":hex,"span_id":hex,"attributes":{…}}]. */
final class ExemplarJson {
  private final ExemplarView view;
  private final AttributeJson attributeJson;
  private final JsonText json = new JsonText();

  ExemplarJson(OtlpLimits limits, Redactor redactor) {
    view = new ExemplarView(limits, new ReadCounters());
    attributeJson = new AttributeJson(redactor);
  }

  void write(PointView p, BytesColumn into, int row) {
    json.clear();
    json.raw('[');
    for (int i = 0; i < p.exemplars(); i++) {
      view.read(p.buf(), p.exemplarOff(i), p.exemplarLen(i));
      Json.comma(json).raw("{\"time\":").number(view.timeNanos());
      json.raw(",\"value\":").real(view.real());
      if ((view.traceIdHi() | view.traceIdLo()) != 0) {
        Json.hex(json.raw(",\"trace_id\":"), view.traceIdHi(), view.traceIdLo());
      }
      if (view.spanId() != 0) {
        Json.hex(json.raw(",\"span_id\":"), view.spanId());
      }
      if (view.attributes().size() > 0) {
        json.raw(",\"attributes\":");
        attributeJson.object(view.attributes(), json);
      }
      json.raw('}');
    }
    json.raw(']');
    into.set(row, json.buf(), 0, json.size());
  }
}
