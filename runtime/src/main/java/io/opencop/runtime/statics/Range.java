package io.opencop.runtime.statics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes from first to last, both included, as one range was asked for (RFC 9110, 14). Several at
 * once, or what is no range, are answered with the whole file, as the RFC allows.
 */
record Range(long first, long last) {
  /** Asked for, but none of it is there. */
  static final Range BEYOND = new Range(-1, -1);

  private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

  /** Null where the whole is to be sent. */
  static Range of(String header, long length) {
    if (header == null) {
      return null;
    }
    Matcher one = ONE.matcher(header);
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return null;
    }
    if (one.group(1).isEmpty()) {
      long end = Long.parseLong(one.group(2));
      return end == 0 || length == 0 ? BEYOND : new Range(Math.max(0, length - end), length - 1);
    }
    long first = Long.parseLong(one.group(1));
    long last = one.group(2).isEmpty() ? length - 1 : Long.parseLong(one.group(2));
    if (!one.group(2).isEmpty() && last < first) {
      return null;
    }
    return first >= length ? BEYOND : new Range(first, Math.min(last, length - 1));
  }

  long length() {
    return last - first + 1;
  }

  String contentRange(long length) {
    return this.equals(BEYOND) ? "bytes */" + length : "bytes " + first + "-" + last + "/" + length;
  }
}
