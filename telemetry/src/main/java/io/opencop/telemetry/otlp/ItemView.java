package io.opencop.telemetry.otlp;

/**
 * What all views share: a window on one protobuf message, reused from item to item. Offsets are
 * absolute in {@link #buf}, which is the request's own array but for items that had to be mended
 * (see {@link ReadCounters#textsRepaired}); always ask the view for it.
 */
public abstract class ItemView {
  private final Source source;
  private final Attributes attributes;
  private long droppedAttributes;

  ItemView(OtlpLimits limits, ReadCounters counters) {
    source = new Source(limits, counters);
    attributes = new Attributes(source);
  }

  /** What the offsets are offsets into. */
  public final byte[] buf() {
    return source.buf();
  }

  public final Attributes attributes() {
    return attributes;
  }

  /** Attributes dropped by the sender and by this reader's limits. */
  public final long droppedAttributes() {
    return droppedAttributes + attributes.dropped();
  }

  final Source source() {
    return source;
  }

  /**
   * Begins a new item at [p, end).
   *
   * @throws IndexOutOfBoundsException where the range is not one of the array
   */
  final void reset(byte[] b, int p, int end) {
    source.reset(b, p, end - p);
    attributes.clear();
    droppedAttributes = 0;
  }

  final void droppedAttributes(int uint32) {
    droppedAttributes = Integer.toUnsignedLong(uint32);
  }

  /** The text field whose length stands at p, as a range; {@code read} is that length. */
  final long text(byte[] b, int origin, long read) {
    return source.text(b, origin, Wire.pos(read), Wire.value(read));
  }
}
