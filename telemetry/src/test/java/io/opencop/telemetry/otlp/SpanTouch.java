package io.opencop.telemetry.otlp;

/** Reads all of every span. */
final class SpanTouch extends Touch implements SpanHandler {
  @Override
  public void span(SpanView v) {
    text(v.buf(), v.nameOff(), v.nameLen());
    text(v.buf(), v.traceStateOff(), v.traceStateLen());
    text(v.buf(), v.statusMessageOff(), v.statusMessageLen());
    attributes(v.attributes());
    EventView event = new EventView(limits, counters);
    for (int i = 0; i < v.events(); i++) {
      event.read(v.buf(), v.eventOff(i), v.eventLen(i));
      text(event.buf(), event.nameOff(), event.nameLen());
      attributes(event.attributes());
    }
    LinkView link = new LinkView(limits, counters);
    for (int i = 0; i < v.links(); i++) {
      link.read(v.buf(), v.linkOff(i), v.linkLen(i));
      text(link.buf(), link.traceStateOff(), link.traceStateLen());
      attributes(link.attributes());
    }
  }
}
