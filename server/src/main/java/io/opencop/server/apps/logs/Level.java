package io.opencop.server.apps.logs;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A severity as OTLP numbers it (logs.proto, SeverityNumber), guessed from the word most loggers
 * print near the beginning of a line.
 *
 * @param number 0 where there is no such word
 * @param text the word itself
 */
record Level(int number, String text) {
  private static final int LOOKED_AT = 200;
  private static final Level NONE = new Level(0, "");
  private static final Pattern WORD =
      Pattern.compile(
          "\\b(TRACE|FINEST|FINER|DEBUG|FINE|INFO|CONFIG|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL)\\b"
              + "|\"(?:level|severity)\"\\s{0,4}:\\s{0,4}\"([A-Za-z]{4,8})\"");
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("TRACE", 1),
          Map.entry("FINEST", 1),
          Map.entry("FINER", 1),
          Map.entry("DEBUG", 5),
          Map.entry("FINE", 5),
          Map.entry("CONFIG", 5),
          Map.entry("INFO", 9),
          Map.entry("WARN", 13),
          Map.entry("WARNING", 13),
          Map.entry("ERROR", 17),
          Map.entry("SEVERE", 17),
          Map.entry("FATAL", 21),
          Map.entry("CRITICAL", 21));

  static Level of(String record) {
    Matcher matcher = WORD.matcher(record).region(0, Math.min(record.length(), LOOKED_AT));
    if (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      int number = NUMBERS.getOrDefault(word.toUpperCase(Locale.ROOT), 0);
      return number == 0 ? NONE : new Level(number, word);
    }
    // What a JVM prints when nobody caught it.
    return record.startsWith("Exception in thread ") ? new Level(17, "") : NONE;
  }
}
