package io.opencop.telemetry.assemble;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Search of log bodies: every word must occur somewhere in the body, in any case and order. */
public final class LogWords {
  private final List<String> words;

  /**
   * @param text words apart by white space; null or blank matches everything
   */
  public LogWords(String text) {
    words =
        text == null
            ? List.of()
            : Stream.of(text.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .map(w -> w.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
  }

  /** The words in lower case, each once; for a store that pushes them down. */
  public List<String> words() {
    return words;
  }

  /**
   * @param body as {@link Values#text} gives it; null where the record has none
   */
  public boolean match(String body) {
    if (words.isEmpty()) {
      return true;
    }
    if (body == null) {
      return false;
    }
    String lower = body.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }
}
