package io.opencop.server.api;

import io.opencop.model.TimeRange;
import io.opencop.model.message.Message.Text;
import io.opencop.server.contract.InvalidArgumentsException;
import io.opencop.server.contract.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Times and durations as the contract writes them. Their form is checked before. */
final class Times {
  /** What fits nanoseconds since 1970 in 64 bits: a time beyond is moved to the end of time. */
  private static final Instant LAST = Instant.parse("2262-04-01T00:00:00Z");

  static final TimeRange EVER = new TimeRange(Instant.EPOCH, LAST);

  private static final Duration DEFAULT = Duration.ofMinutes(15);

  private Times() {}

  static TimeRange range(String from, String to, Instant now) {
    Instant end = to == null ? now : instant("to", to, now);
    Instant start = from == null ? end.minus(DEFAULT) : instant("from", from, now);
    if (!start.isBefore(end)) {
      throw invalid("from", new Text("a time before to (" + end + ")", "to(" + end + ")보다 앞선 시각"));
    }
    return new TimeRange(start, end);
  }

  static Instant instant(String field, String text, Instant now) {
    try {
      Instant at =
          text.startsWith("now")
              ? text.length() == 3 ? now : now.minus(duration(text.substring(4)))
              : OffsetDateTime.parse(text).toInstant();
      return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LAST) ? LAST : at;
    } catch (DateTimeException | ArithmeticException e) {
      throw invalid(field, new Text("a date that exists", "실제로 있는 날짜"));
    }
  }

  /** {@code 250ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 7d}; null for null. */
  static Duration duration(String text) {
    if (text == null) {
      return null;
    }
    int unit = 0;
    while (Character.isDigit(text.charAt(unit))) {
      unit++;
    }
    long count = Long.parseLong(text.substring(0, unit));
    return switch (text.substring(unit)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> throw new DateTimeException(text);
    };
  }

  static InvalidArgumentsException invalid(String field, Text expected) {
    return new InvalidArgumentsException(List.of(new Violation(field, expected)));
  }
}
