package io.opencop.telemetry.journal;

/**
 * Where an acknowledged frame stands.
 *
 * @param file number of the journal file; -1 where a duplicate's first copy is known by hash only
 * @param sequence the frame's {@link Delivery.Frame#sequence()}; for a duplicate a sequence at or
 *     after its first copy's
 * @param duplicate true where the request was recognised as sent again and not stored twice
 */
public record FrameRef(long file, long sequence, boolean duplicate) {
  FrameRef asDuplicate() {
    return duplicate ? this : new FrameRef(file, sequence, true);
  }
}
