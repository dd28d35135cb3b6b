package io.opencop.telemetry.otlp;

/** Reads all of every metric and point. */
final class MetricTouch extends Touch implements MetricHandler {
  @Override
  public void metric(MetricView v) {
    text(v.buf(), v.nameOff(), v.nameLen());
    text(v.buf(), v.unitOff(), v.unitLen());
    text(v.buf(), v.descriptionOff(), v.descriptionLen());
    attributes(v.attributes());
  }

  @Override
  public void point(PointView v) {
    attributes(v.attributes());
    ExemplarView exemplar = new ExemplarView(limits, counters);
    for (int i = 0; i < v.exemplars(); i++) {
      exemplar.read(v.buf(), v.exemplarOff(i), v.exemplarLen(i));
      attributes(exemplar.attributes());
    }
  }
}
