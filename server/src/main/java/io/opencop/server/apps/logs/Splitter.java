package io.opencop.server.apps.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what an instance printed into records. A stack trace, or anything else that is indented,
 * stays with the line before. The same bytes are always cut the same way: that is what lets a batch
 * be sent again after a crash and be recognised.
 */
final class Splitter {
  /** Most bytes of one record; a longer line becomes several. */
  static final int RECORD = 64 << 10;

  private static final List<byte[]> JOINED =
      List.of(
          "Caused by: ".getBytes(StandardCharsets.US_ASCII),
          "Suppressed: ".getBytes(StandardCharsets.US_ASCII));

  private final byte[] bytes;
  private final int length;
  private final boolean whole;
  private final List<String> records = new ArrayList<>();

  /**
   * @param records blank ones are left out
   * @param end how many bytes they stand for
   */
  record Cut(List<String> records, int end) {}

  private Splitter(byte[] bytes, int length, boolean whole) {
    this.bytes = bytes;
    this.length = length;
    this.whole = whole;
  }

  /**
   * @param whole whether nothing more is to be waited for; otherwise the last record, which may go
   *     on, is left for later
   */
  static Cut cut(byte[] bytes, int length, boolean whole) {
    return new Splitter(bytes, length, whole).cut();
  }

  private Cut cut() {
    int start = 0;
    int at = 0;
    while (at < length) {
      int end = lineEnd(at);
      if (end < 0) {
        break;
      }
      if (at > start && (!joins(at, end) || end - start > RECORD)) {
        add(start, at);
        start = at;
      }
      at = end;
    }
    if (whole && at > start) {
      add(start, at);
      start = at;
    }
    return new Cut(List.copyOf(records), start);
  }

  /** Behind the line that begins here; -1 where its end has not been printed yet. */
  private int lineEnd(int from) {
    int most = Math.min(length, from + RECORD);
    for (int i = from; i < most; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    if (most < from + RECORD) {
      return whole ? most : -1;
    }
    // Not through the middle of a letter.
    int cut = most;
    while (cut < length && cut > most - 4 && (bytes[cut] & 0xC0) == 0x80) {
      cut--;
    }
    return cut;
  }

  private boolean joins(int from, int to) {
    byte first = bytes[from];
    if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
      return true;
    }
    return JOINED.stream().anyMatch(prefix -> startsWith(from, to, prefix));
  }

  private boolean startsWith(int from, int to, byte[] prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (from + i >= to || bytes[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).stripTrailing();
    if (!text.isEmpty()) {
      records.add(text);
    }
  }
}
