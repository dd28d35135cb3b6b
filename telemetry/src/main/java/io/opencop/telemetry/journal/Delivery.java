package io.opencop.telemetry.journal;

/** What the consumer of a journal is given, in journal order; the same at replay and live. */
public sealed interface Delivery {

  /**
   * A frame that is on disk.
   *
   * @param file number of the journal file it stands in
   * @param sequence counts frames since the journal was opened, from 1, replayed ones included
   * @param receivedNanos when the request arrived, nanoseconds since the epoch
   * @param items spans, records, points or changes in it, as the caller of append counted them
   * @param payload the request's bytes, uncompressed; do not change them
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared or kept as a key
  record Frame(
      long file, long sequence, FrameKind kind, long receivedNanos, int items, byte[] payload)
      implements Delivery {}

  /** Every frame of file {@code closed} has been delivered; {@code opened} is the next file. */
  record Rolled(long closed, long opened) implements Delivery {}
}
