package io.opencop.telemetry.otlp.json;

import static io.opencop.telemetry.otlp.json.Field.Kind.BASE64;
import static io.opencop.telemetry.otlp.json.Field.Kind.BOOL;
import static io.opencop.telemetry.otlp.json.Field.Kind.DOUBLE;
import static io.opencop.telemetry.otlp.json.Field.Kind.FIXED32;
import static io.opencop.telemetry.otlp.json.Field.Kind.FIXED64;
import static io.opencop.telemetry.otlp.json.Field.Kind.HEX;
import static io.opencop.telemetry.otlp.json.Field.Kind.INT32;
import static io.opencop.telemetry.otlp.json.Field.Kind.INT64;
import static io.opencop.telemetry.otlp.json.Field.Kind.SFIXED64;
import static io.opencop.telemetry.otlp.json.Field.Kind.SINT32;
import static io.opencop.telemetry.otlp.json.Field.Kind.STRING;
import static io.opencop.telemetry.otlp.json.Field.Kind.UINT32;
import static io.opencop.telemetry.otlp.json.Field.Kind.UINT64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The messages of OTLP 1.11 (opentelemetry-proto), as JSON names, numbers and kinds. */
final class Shapes {
  private static final Shape ANY_VALUE = new Shape();
  private static final Shape KEY_VALUE =
      new Shape().one(1, "key", STRING).one(2, "value", ANY_VALUE).one(3, "keyStrindex", INT32);

  static {
    ANY_VALUE
        .one(1, "stringValue", STRING)
        .one(2, "boolValue", BOOL)
        .one(3, "intValue", INT64)
        .one(4, "doubleValue", DOUBLE)
        .one(5, "arrayValue", new Shape().many(1, "values", ANY_VALUE))
        .one(6, "kvlistValue", new Shape().many(1, "values", KEY_VALUE))
        .one(7, "bytesValue", BASE64)
        .one(8, "stringValueStrindex", INT32);
  }

  private static final Shape RESOURCE =
      new Shape()
          .many(1, "attributes", KEY_VALUE)
          .one(2, "droppedAttributesCount", UINT32)
          .many(
              3,
              "entityRefs",
              new Shape()
                  .one(1, "schemaUrl", STRING)
                  .one(2, "type", STRING)
                  .many(3, "idKeys", STRING)
                  .many(4, "descriptionKeys", STRING));
  private static final Shape SCOPE =
      new Shape()
          .one(1, "name", STRING)
          .one(2, "version", STRING)
          .many(3, "attributes", KEY_VALUE)
          .one(4, "droppedAttributesCount", UINT32);

  static final Shape TRACES = request("Spans", "spans", span());
  static final Shape LOGS = request("Logs", "logRecords", log());
  static final Shape METRICS = request("Metrics", "metrics", metric());

  private Shapes() {}

  private static Shape request(String group, String items, Shape item) {
    Shape scope =
        new Shape().one(1, "scope", SCOPE).many(2, items, item).one(3, "schemaUrl", STRING);
    Shape resource =
        new Shape()
            .one(1, "resource", RESOURCE)
            .many(2, "scope" + group, scope)
            .one(3, "schemaUrl", STRING);
    return new Shape().many(1, "resource" + group, resource);
  }

  private static Shape span() {
    return new Shape()
        .one(1, "traceId", HEX)
        .one(2, "spanId", HEX)
        .one(3, "traceState", STRING)
        .one(4, "parentSpanId", HEX)
        .one(16, "flags", FIXED32)
        .one(5, "name", STRING)
        .choice(
            6,
            "kind",
            names(
                "SPAN_KIND_",
                "UNSPECIFIED",
                "INTERNAL",
                "SERVER",
                "CLIENT",
                "PRODUCER",
                "CONSUMER"))
        .one(7, "startTimeUnixNano", FIXED64)
        .one(8, "endTimeUnixNano", FIXED64)
        .many(9, "attributes", KEY_VALUE)
        .one(10, "droppedAttributesCount", UINT32)
        .many(11, "events", event())
        .one(12, "droppedEventsCount", UINT32)
        .many(13, "links", link())
        .one(14, "droppedLinksCount", UINT32)
        .one(
            15,
            "status",
            new Shape()
                .one(2, "message", STRING)
                .choice(3, "code", names("STATUS_CODE_", "UNSET", "OK", "ERROR")));
  }

  private static Shape event() {
    return new Shape()
        .one(1, "timeUnixNano", FIXED64)
        .one(2, "name", STRING)
        .many(3, "attributes", KEY_VALUE)
        .one(4, "droppedAttributesCount", UINT32);
  }

  private static Shape link() {
    return new Shape()
        .one(1, "traceId", HEX)
        .one(2, "spanId", HEX)
        .one(3, "traceState", STRING)
        .many(4, "attributes", KEY_VALUE)
        .one(5, "droppedAttributesCount", UINT32)
        .one(6, "flags", FIXED32);
  }

  private static Shape log() {
    List<String> severities = new ArrayList<>(names("SEVERITY_NUMBER_", "UNSPECIFIED"));
    for (String level : List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")) {
      severities.addAll(names("SEVERITY_NUMBER_", level, level + "2", level + "3", level + "4"));
    }
    return new Shape()
        .one(1, "timeUnixNano", FIXED64)
        .one(11, "observedTimeUnixNano", FIXED64)
        .choice(2, "severityNumber", List.copyOf(severities))
        .one(3, "severityText", STRING)
        .one(5, "body", ANY_VALUE)
        .many(6, "attributes", KEY_VALUE)
        .one(7, "droppedAttributesCount", UINT32)
        .one(8, "flags", FIXED32)
        .one(9, "traceId", HEX)
        .one(10, "spanId", HEX)
        .one(12, "eventName", STRING);
  }

  private static Shape metric() {
    Shape exemplar =
        new Shape()
            .many(7, "filteredAttributes", KEY_VALUE)
            .one(2, "timeUnixNano", FIXED64)
            .one(3, "asDouble", DOUBLE)
            .one(6, "asInt", SFIXED64)
            .one(4, "spanId", HEX)
            .one(5, "traceId", HEX);
    Shape number =
        point(7, 8)
            .one(4, "asDouble", DOUBLE)
            .one(6, "asInt", SFIXED64)
            .many(5, "exemplars", exemplar);
    return new Shape()
        .one(1, "name", STRING)
        .one(2, "description", STRING)
        .one(3, "unit", STRING)
        .one(5, "gauge", new Shape().many(1, "dataPoints", number))
        .one(
            7,
            "sum",
            aggregated(new Shape().many(1, "dataPoints", number)).one(3, "isMonotonic", BOOL))
        .one(9, "histogram", aggregated(new Shape().many(1, "dataPoints", histogram(exemplar))))
        .one(
            10,
            "exponentialHistogram",
            aggregated(new Shape().many(1, "dataPoints", exponential(exemplar))))
        .one(11, "summary", new Shape().many(1, "dataPoints", summary()))
        .many(12, "metadata", KEY_VALUE);
  }

  /** What all kinds of points have; attributes and flags under different numbers. */
  private static Shape point(int attributes, int flags) {
    return new Shape()
        .many(attributes, "attributes", KEY_VALUE)
        .one(2, "startTimeUnixNano", FIXED64)
        .one(3, "timeUnixNano", FIXED64)
        .one(flags, "flags", UINT32);
  }

  private static Shape aggregated(Shape data) {
    return data.choice(
        2,
        "aggregationTemporality",
        names("AGGREGATION_TEMPORALITY_", "UNSPECIFIED", "DELTA", "CUMULATIVE"));
  }

  private static Shape histogram(Shape exemplar) {
    return point(9, 10)
        .one(4, "count", FIXED64)
        .one(5, "sum", DOUBLE)
        .many(6, "bucketCounts", FIXED64)
        .many(7, "explicitBounds", DOUBLE)
        .many(8, "exemplars", exemplar)
        .one(11, "min", DOUBLE)
        .one(12, "max", DOUBLE);
  }

  private static Shape exponential(Shape exemplar) {
    Shape buckets = new Shape().one(1, "offset", SINT32).many(2, "bucketCounts", UINT64);
    return point(1, 10)
        .one(4, "count", FIXED64)
        .one(5, "sum", DOUBLE)
        .one(6, "scale", SINT32)
        .one(7, "zeroCount", FIXED64)
        .one(8, "positive", buckets)
        .one(9, "negative", buckets)
        .many(11, "exemplars", exemplar)
        .one(12, "min", DOUBLE)
        .one(13, "max", DOUBLE)
        .one(14, "zeroThreshold", DOUBLE);
  }

  private static Shape summary() {
    return point(7, 8)
        .one(4, "count", FIXED64)
        .one(5, "sum", DOUBLE)
        .many(6, "quantileValues", new Shape().one(1, "quantile", DOUBLE).one(2, "value", DOUBLE));
  }

  private static List<String> names(String prefix, String... names) {
    return Stream.of(names).map(name -> prefix + name).toList();
  }
}
