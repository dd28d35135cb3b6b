package io.opencop.shop.launcher.changes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How a team would tell of a change: in one line, by whom, and with which diff (or null). */
public record Story(String summary, String author, String diff) {

  public static Story of(String summary, String author) {
    return new Story(summary, author, null);
  }

  /** With the diff in {@code changes/NAME.diff}. */
  public static Story withDiff(String summary, String author, String name) {
    try (InputStream in = Story.class.getResourceAsStream(name + ".diff")) {
      return new Story(summary, author, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same diff taken back: added lines removed, removed lines added. */
  public Story undone(String summary) {
    return new Story(summary, author, diff == null ? null : reversed(diff));
  }

  private static String reversed(String diff) {
    StringBuilder out = new StringBuilder();
    for (String line : diff.split("\n", -1)) {
      boolean header = line.startsWith("+++") || line.startsWith("---");
      char first = header || line.isEmpty() ? ' ' : line.charAt(0);
      String turned =
          switch (first) {
            case '+' -> "-" + line.substring(1);
            case '-' -> "+" + line.substring(1);
            default -> line;
          };
      out.append(turned).append('\n');
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }
}
