package io.opencop.runtime.statics;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Requests that depend on what the client has already, in the order of RFC 9110, 13.2.2. */
final class Conditions {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Conditions() {}

  static String date(Instant time) {
    return HTTP_DATE.format(time);
  }

  /** Whether the client has another version than it says: 412. */
  static boolean fails(MultiMap headers, String tag, Instant modified) {
    String match = headers.get("if-match");
    if (match != null) {
      return !lists(match, tag);
    }
    Instant since = parse(headers.get("if-unmodified-since"));
    return since != null && seconds(modified).isAfter(since);
  }

  /** Whether the client has this very version: 304. */
  static boolean unchanged(MultiMap headers, String tag, Instant modified) {
    String none = headers.get("if-none-match");
    if (none != null) {
      return lists(none, tag);
    }
    Instant since = parse(headers.get("if-modified-since"));
    return since != null && !seconds(modified).isAfter(since);
  }

  /** Whether a range is of the version the client has; without If-Range it says nothing of it. */
  static boolean rangeHolds(MultiMap headers, String tag, Instant modified) {
    String known = headers.get("if-range");
    if (known == null || known.equals(tag)) {
      return true;
    }
    Instant since = parse(known);
    return since != null && seconds(modified).equals(since);
  }

  private static boolean lists(String header, String tag) {
    for (String one : header.split(",", -1)) {
      String plain = one.strip();
      if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant parse(String date) {
    if (date == null) {
      return null;
    }
    try {
      return ZonedDateTime.parse(date.strip(), HTTP_DATE).toInstant();
    } catch (DateTimeException _) {
      return null; // an unreadable date is as good as none
    }
  }
}
