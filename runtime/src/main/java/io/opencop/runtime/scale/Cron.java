package io.opencop.runtime.scale;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cron expression of five fields, as crontab(5) has them: numbers, names, lists, ranges and
 * steps. Where both day of month and weekday are given, either will do.
 */
public final class Cron {
  private static final int YEAR = 370;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;
  private final boolean eitherDay;

  /**
   * @throws IllegalArgumentException with the part that cannot be read
   */
  public Cron(String expression) {
    String[] fields = expression.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(expression);
    }
    this.minutes = field(fields[0], 0, 59, List.of());
    this.hours = field(fields[1], 0, 23, List.of());
    this.days = field(fields[2], 1, 31, List.of());
    this.months = field(fields[3], 1, 12, MONTHS);
    this.weekdays = field(fields[4], 0, 7, DAYS);
    if (weekdays.get(7)) {
      weekdays.set(0);
    }
    this.eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
  }

  private static BitSet field(String text, int least, int most, List<String> names) {
    BitSet set = new BitSet();
    for (String part : text.split(",", -1)) {
      String[] steps = part.split("/", -1);
      String[] range = steps[0].split("-", -1);
      boolean any = steps[0].equals("*");
      int from = any ? least : number(range[0], least, names, part);
      int to = any || (range.length == 1 && steps.length == 2) ? most : from;
      to = range.length == 2 ? number(range[1], least, names, part) : to;
      int step = steps.length == 2 ? number(steps[1], 0, List.of(), part) : 1;
      boolean sound = steps.length <= 2 && range.length <= 2 && step > 0;
      if (!sound || from < least || to > most || from > to) {
        throw new IllegalArgumentException(part);
      }
      for (int i = from; i <= to; i += step) {
        set.set(i);
      }
    }
    return set;
  }

  private static int number(String text, int least, List<String> names, String part) {
    if (names.contains(text)) {
      return names.indexOf(text) + least;
    }
    if (!text.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException(part);
    }
    return Integer.parseInt(text);
  }

  /** The last time it was due, this minute included; empty where it was not for a year. */
  public Optional<ZonedDateTime> lastBefore(ZonedDateTime now) {
    LocalTime latest = now.toLocalTime();
    for (int back = 0; back < YEAR; back++) {
      LocalDate day = now.toLocalDate().minusDays(back);
      if (on(day)) {
        Optional<LocalTime> time = last(latest);
        if (time.isPresent()) {
          return Optional.of(ZonedDateTime.of(day, time.get(), now.getZone()));
        }
      }
      latest = LocalTime.MAX;
    }
    return Optional.empty();
  }

  private boolean on(LocalDate day) {
    boolean month = months.get(day.getMonthValue());
    boolean date = days.get(day.getDayOfMonth());
    boolean weekday = weekdays.get(day.getDayOfWeek().getValue() % 7);
    return month && (eitherDay ? date || weekday : date && weekday);
  }

  private Optional<LocalTime> last(LocalTime latest) {
    int hour = hours.previousSetBit(latest.getHour());
    if (hour == latest.getHour()) {
      int minute = minutes.previousSetBit(latest.getMinute());
      if (minute >= 0) {
        return Optional.of(LocalTime.of(hour, minute));
      }
      hour = hour == 0 ? -1 : hours.previousSetBit(hour - 1);
    }
    return hour < 0
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minutes.previousSetBit(59)));
  }
}
