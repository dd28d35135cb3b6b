package io.opencop.telemetry.otlp;

/**
 * What one item may carry. What is over a limit is cut or dropped, and always counted ({@link
 * ReadCounters}); only where a cut would falsify the item is the item itself rejected.
 *
 * @param attributes attributes per resource, scope, span, event, link, record, point or exemplar;
 *     the surplus is dropped and added to the item's dropped count
 * @param keyBytes bytes of an attribute key; an attribute with a longer key is dropped
 * @param valueBytes bytes of any one text (attribute value, name, status message, trace state); cut
 *     on a character boundary. Bytes values are cut too; an array or map whose encoding is longer
 *     is dropped, since a part of it would be another value
 * @param bodyBytes bytes of a log body; text and bytes are cut, a record with a longer structured
 *     body is rejected
 * @param events events per span; the surplus is dropped and added to the dropped count
 * @param links links per span; the same
 * @param exemplars exemplars per metric point; the surplus is dropped
 * @param buckets buckets, bounds or quantiles per metric point; a point with more is rejected
 */
public record OtlpLimits(
    int attributes,
    int keyBytes,
    int valueBytes,
    int bodyBytes,
    int events,
    int links,
    int exemplars,
    int buckets) {
  /**
   * How deep messages may nest, the request itself being 0. Protobuf's own default, so that we call
   * malformed what every other receiver calls malformed.
   */
  public static final int DEPTH = 100;

  /** Far above what SDKs send by default (128 attributes, events and links), and bounded. */
  public static final OtlpLimits DEFAULT =
      new OtlpLimits(1_024, 1_024, 64 << 10, 8 << 20, 1_024, 1_024, 256, 4_096);

  public OtlpLimits {
    if (attributes < 1
        || keyBytes < 1
        || valueBytes < 4
        || bodyBytes < 4
        || events < 0
        || links < 0
        || exemplars < 0
        || buckets < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
