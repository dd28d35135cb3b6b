package io.opencop.telemetry.memory;

import com.google.protobuf.ByteString;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.query.Scope;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.SpanRow.Dropped;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spans through the generated classes. */
final class SpanDecoder {
  private SpanDecoder() {}

  static void decode(ExportTraceServiceRequest request, Items into) {
    request
        .getResourceSpansList()
        .forEach(r -> {
          Map<String, Object> resource = AnyValues.map(r.getResource().getAttributesList());
          r.getScopeSpansList()
              .forEach(s -> s.getSpansList().forEach(x -> add(x, resource, s.getScope(), into)));
        });
  }

  private static void add(
      Span s, Map<String, Object> resource, InstrumentationScope scope, Items into) {
    boolean idsFine = id(s.getTraceId(), 16) && id(s.getSpanId(), 8);
    int parent = s.getParentSpanId().size();
    if (!idsFine
        || (parent != 0 && parent != 8)
        || s.getStartTimeUnixNano() < 0
        || s.getEndTimeUnixNano() < 0) {
      into.rejected++;
      return;
    }
    long start = s.getStartTimeUnixNano();
    long duration = Nanos.duration(start, s.getEndTimeUnixNano());
    SpanRow row =
        new SpanRow(
            hex(s.getSpanId()),
            zero(s.getParentSpanId()) ? null : hex(s.getParentSpanId()),
            Resources.service(resource),
            Resources.version(resource),
            Resources.instance(resource),
            s.getName(),
            kind(s.getKindValue()),
            Nanos.instant(start),
            0,
            Nanos.toMs(duration),
            0,
            status(s.getStatus().getCodeValue()),
            orNull(s.getStatus().getMessage()),
            orNull(s.getTraceState()),
            scope(scope),
            AnyValues.map(s.getAttributesList()),
            resource,
            s.getEventsList().stream().map(e -> event(e, start)).toList(),
            s.getLinksList().stream().map(SpanDecoder::link).toList(),
            new Dropped(
                Integer.toUnsignedLong(s.getDroppedAttributesCount()),
                Integer.toUnsignedLong(s.getDroppedEventsCount()),
                Integer.toUnsignedLong(s.getDroppedLinksCount())));
    into.spans.add(new Items.Span(hex(s.getTraceId()), row, start, duration));
  }

  private static SpanRow.Event event(Span.Event e, long start) {
    return new SpanRow.Event(
        e.getName(),
        Nanos.instant(e.getTimeUnixNano()),
        Nanos.toMs(e.getTimeUnixNano() - start),
        AnyValues.map(e.getAttributesList()));
  }

  private static SpanRow.Link link(Span.Link l) {
    return new SpanRow.Link(
        hex(l.getTraceId()), hex(l.getSpanId()), AnyValues.map(l.getAttributesList()));
  }

  static Scope scope(InstrumentationScope s) {
    return new Scope(orNull(s.getName()), orNull(s.getVersion()));
  }

  private static String kind(int kind) {
    Span.SpanKind known = Span.SpanKind.forNumber(kind);
    return known == null || known == Span.SpanKind.SPAN_KIND_UNSPECIFIED
        ? "unspecified"
        : known.name().substring("SPAN_KIND_".length()).toLowerCase(Locale.ROOT);
  }

  private static String status(int code) {
    return code == 2 ? "error" : List.of("unset", "ok").get(code == 1 ? 1 : 0);
  }

  static boolean id(ByteString id, int length) {
    return id.size() == length && !zero(id);
  }

  private static boolean zero(ByteString id) {
    for (int i = 0; i < id.size(); i++) {
      if (id.byteAt(i) != 0) {
        return false;
      }
    }
    return true;
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  static String orNull(String s) {
    return s.isEmpty() ? null : s;
  }
}
