package io.opencop.model.message;

import io.opencop.model.message.Message.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message together with what it is about.
 *
 * @param values of its places; a value that is a {@link Text} is said in the reader's language
 */
public record Notice(Message message, Map<String, Text> values) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");

  public Notice {
    values = Map.copyOf(values);
  }

  static Notice of(Message message, Object... namesAndValues) {
    Map<String, Text> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), text(namesAndValues[i + 1]));
    }
    return new Notice(message, values);
  }

  private static Text text(Object value) {
    return value instanceof Text both
        ? both
        : new Text(String.valueOf(value), String.valueOf(value));
  }

  public String code() {
    return message.code();
  }

  /** What is the case, in words. */
  public String text(Lang lang) {
    return fill(message.text().in(lang), lang);
  }

  /** What to do now; empty where there is nothing to do. */
  public String next(Lang lang) {
    return fill(message.next().in(lang), lang);
  }

  /**
   * For a terminal or a log: {@code COP-1004 text} and, where there is one, the next step below.
   */
  public String lines(Lang lang) {
    String next = next(lang);
    String line = code() + " " + text(lang);
    return next.isEmpty() ? line : line + System.lineSeparator() + "  → " + next;
  }

  private String fill(String pattern, Lang lang) {
    Matcher matcher = PLACE.matcher(pattern);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      // A value is put in as it is: it may hold braces or dollar signs of its own.
      Text value = values.get(matcher.group(1));
      String said = value == null ? matcher.group() : value.in(lang);
      matcher.appendReplacement(out, Matcher.quoteReplacement(said));
    }
    String filled = matcher.appendTail(out).toString();
    return lang == Lang.KO ? Particles.settle(filled) : filled;
  }
}
