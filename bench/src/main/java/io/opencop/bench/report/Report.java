package io.opencop.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The end of a benchmark: a table for people, or one line of JSON for programs. */
public final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HANGUL_BEGINS = 0x1100;
  private static final int NUMBER = 14;

  private Report() {}

  public static void table(Say say, List<Figure> figures) {
    int width = figures.stream().mapToInt(f -> columns(say.text(f.en(), f.ko()))).max().orElse(0);
    String head = left(say.text("Figure", "항목"), width);
    say.out()
        .println(
            head
                + right(say.text("reached", "측정값"), NUMBER)
                + right(say.text("target", "목표"), NUMBER));
    for (Figure f : figures) {
      String target = f.hasTarget() ? (f.more() ? "≥ " : "≤ ") + Figure.number(f.target()) : "";
      String mark = f.isReached() ? "  ok" : say.text("  MISSED", "  미달");
      say.out()
          .println(
              left(say.text(f.en(), f.ko()), width)
                  + right(Figure.number(f.value()), NUMBER)
                  + right(target, NUMBER)
                  + (f.hasTarget() ? mark : ""));
    }
  }

  /** The last line: exactly the figures that are marked as being in the JSON. */
  public static void json(Say say, List<Figure> figures) {
    ObjectNode node = JSON.createObjectNode();
    for (Figure f : figures) {
      if (!f.inJson()) {
        continue;
      }
      if (Double.isNaN(f.value())) {
        node.putNull(f.name());
      } else if (f.value() == Math.rint(f.value())) {
        node.put(f.name(), (long) f.value());
      } else {
        node.put(f.name(), Math.round(f.value() * 1000) / 1000d);
      }
    }
    say.out().println(node);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - columns(text))) + text;
  }

  /** A Hangul syllable takes two columns of a terminal. */
  private static int columns(String text) {
    return text.chars().map(c -> c >= HANGUL_BEGINS && c < 0xFF00 && !isSign(c) ? 2 : 1).sum();
  }

  private static boolean isSign(int c) {
    return c >= 0x2000 && c < 0x2E80;
  }
}
