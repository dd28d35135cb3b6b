package io.opencop.bench.generate;

/**
 * OTLP attributes (opentelemetry/proto/common/v1: KeyValue, AnyValue) of one span, record, point.
 */
final class Attributes {
  private final Wire to;
  private final int field;
  private final int trace;
  private int count;

  /**
   * @param to the message that gets them
   * @param field the number of its attributes field
   * @param trace whose user, session and order the holes in texts get
   */
  Attributes(Wire to, int field, int trace) {
    this.to = to;
    this.field = field;
    this.trace = trace;
  }

  Attributes add(String key, String pattern) {
    return add(key, new Wire().text(1, Text.of(pattern), trace));
  }

  Attributes add(String key, boolean value) {
    return add(key, new Wire().varint(2, value ? 1 : 0));
  }

  Attributes add(String key, long value) {
    return add(key, new Wire().varint(3, value));
  }

  Attributes add(String key, double value) {
    return add(key, new Wire().fixed64(4, Double.doubleToLongBits(value)));
  }

  int count() {
    return count;
  }

  private Attributes add(String key, Wire value) {
    to.message(field, new Wire().text(1, key).message(2, value));
    count++;
    return this;
  }
}
