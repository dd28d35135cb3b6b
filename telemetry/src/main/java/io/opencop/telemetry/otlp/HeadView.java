package io.opencop.telemetry.otlp;

/** Resource or scope of a group, and the schema URL, wherever in the group they stand. */
final class HeadView {
  private static final int MESSAGE = 1 << 3 | Wire.BYTES;
  private static final int SCHEMA_URL = 3 << 3 | Wire.BYTES;

  private final Source source;
  private long message;
  private long url;

  HeadView(OtlpLimits limits, ReadCounters counters) {
    source = new Source(limits, counters);
  }

  byte[] buf() {
    return source.buf();
  }

  int off() {
    return source.off(message);
  }

  int len() {
    return Source.len(message);
  }

  int urlOff() {
    return source.off(url);
  }

  int urlLen() {
    return Source.len(url);
  }

  void read(byte[] b, int start, int end) {
    message = 0;
    url = 0;
    int p = start;
    int messages = 0;
    int urlAt = start;
    int urlLength = 0;
    // What a mended group may have to copy are the head fields, not the items between them.
    source.reset(b, start, 0);
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == MESSAGE || tag == SCHEMA_URL) {
        long length = Wire.length(b, p, end);
        p = Wire.pos(length) + Wire.value(length);
        if (tag == MESSAGE) {
          messages++;
          message = Source.range(Wire.pos(length) - start, Wire.value(length));
        } else {
          urlAt = Wire.pos(length);
          urlLength = Wire.value(length);
        }
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
    mend(b, start, end, messages, urlAt, urlLength);
  }

  private void mend(byte[] b, int start, int end, int messages, int urlAt, int urlLength) {
    boolean plain =
        messages < 2
            && urlLength <= source.limits().valueBytes()
            && Utf8.valid(b, urlAt, urlLength);
    if (plain) {
      url = Source.range(urlAt - start, urlLength);
      return;
    }
    message = source.merged(b, start, end, MESSAGE);
    url = source.copied(b, urlAt, urlLength);
  }
}
