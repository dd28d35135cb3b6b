package io.opencop.telemetry.assemble;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed into the one box. */
public final class SearchBox {
  /** What the text looks like; the caller still asks the store whether it exists. */
  public enum Kind {
    /** 32 hex digits, or a W3C traceparent. */
    TRACE_ID,
    /** 16 hex digits. */
    SPAN_ID,
    /** One word without blanks: a service, an operation, a metric or text of a log. */
    NAME,
    /** Several words that end like a question. */
    QUESTION,
    /** Several words: an operation such as {@code GET /cart}, or the text of an error. */
    TEXT
  }

  /**
   * @param text stripped; for a trace id its 32 lower-case digits
   */
  public record Query(Kind kind, String text) {}

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SPAN = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?s).*([?？]|[나까요죠지]\\s*[.]?|알려\\s?줘|보여\\s?줘)$|(?i)(what|why|how|when|which|who|where|show|is|are)\\b.*");

  private SearchBox() {}

  public static Query classify(String typed) {
    String text = typed.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    String dense = lower.replace("-", "");
    if (TRACE.matcher(lower).matches()) {
      return new Query(Kind.TRACE_ID, lower);
    }
    var parent = TRACEPARENT.matcher(lower);
    if (parent.matches()) {
      return new Query(Kind.TRACE_ID, parent.group(1));
    }
    if (TRACE.matcher(dense).matches()) {
      // The same id as a UUID, as some logs print it.
      return new Query(Kind.TRACE_ID, dense);
    }
    if (SPAN.matcher(lower).matches()) {
      return new Query(Kind.SPAN_ID, lower);
    }
    boolean words = text.chars().anyMatch(Character::isWhitespace);
    if (text.endsWith("?") || text.endsWith("？") || (words && QUESTION.matcher(text).matches())) {
      return new Query(Kind.QUESTION, text);
    }
    return new Query(words ? Kind.TEXT : Kind.NAME, text);
  }
}
