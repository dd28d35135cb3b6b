package io.opencop.bench.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Finds in the bytes of a request what can be asked for. */
final class Known {
  private static final byte[] TRACE_ID = {0x0A, 0x10};
  private static final byte[] SPAN_ID = {0x12, 0x08};
  private static final byte[] USER_ID = "user.id".getBytes(StandardCharsets.US_ASCII);

  private Known() {}

  /** Trace id of its first span: field 1 of 16 bytes, followed by field 2 of 8 bytes. */
  static String traceId(byte[] request) {
    for (int at = 0; ; at++) {
      at = find(request, TRACE_ID, at);
      if (starts(request, SPAN_ID, at + 18)) {
        return HexFormat.of().formatHex(request, at + 2, at + 18);
      }
    }
  }

  /** user.id of its first span: the key is followed by 12 0B 0A 09, then "u" and eight digits. */
  static String user(byte[] request) {
    int at = find(request, USER_ID, 0) + USER_ID.length + 4;
    return new String(request, at, 9, StandardCharsets.US_ASCII);
  }

  private static int find(byte[] in, byte[] what, int from) {
    int at = from;
    while (!starts(in, what, at)) {
      at++;
    }
    return at;
  }

  private static boolean starts(byte[] in, byte[] what, int at) {
    for (int i = 0; i < what.length; i++) {
      if (in[at + i] != what[i]) {
        return false;
      }
    }
    return true;
  }
}
