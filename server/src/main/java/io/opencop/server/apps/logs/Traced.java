package io.opencop.server.apps.logs;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printed record without the ids of its trace and span, and these by themselves. Spring Boot
 * prints them as {@code InstanceTelemetry} tells it to; other programs may print the same words.
 *
 * @param trace 16 bytes, or none
 * @param span 8 bytes, or none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Traced(String text, byte[] trace, byte[] span) {
  private static final byte[] NONE = {};
  private static final int LOOKED_AT = 1_000;
  private static final Pattern IDS =
      Pattern.compile("\\[trace_id=([0-9a-f]{32})? span_id=([0-9a-f]{16})?] ?");

  static Traced of(String record) {
    Matcher ids = IDS.matcher(record).region(0, Math.min(record.length(), LOOKED_AT));
    if (!ids.find()) {
      return new Traced(record, NONE, NONE);
    }
    String text = record.substring(0, ids.start()) + record.substring(ids.end());
    if (ids.group(1) == null || ids.group(2) == null) {
      return new Traced(text, NONE, NONE);
    }
    HexFormat hex = HexFormat.of();
    return new Traced(text, hex.parseHex(ids.group(1)), hex.parseHex(ids.group(2)));
  }
}
