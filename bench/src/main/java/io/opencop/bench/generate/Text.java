package io.opencop.bench.generate;

import io.opencop.bench.generate.Patch.What;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Text with holes of fixed width: {@code {user}}, {@code {session}}, {@code {ip}}, {@code {order}},
 * {@code {request}}, and {@code {d5}} or {@code {x8}} for five random digits or eight hex digits.
 */
final class Text {
  private final byte[] bytes;
  private final List<Hole> holes;

  private Text(byte[] bytes, List<Hole> holes) {
    this.bytes = bytes;
    this.holes = holes;
  }

  /** UTF-8, with something in the holes. */
  byte[] bytes() {
    return bytes;
  }

  List<Hole> holes() {
    return holes;
  }

  /** A hole: what fills it, where it begins and how many bytes it has. */
  record Hole(What what, int offset, int size) {}

  private static final Map<String, Hole> NAMED =
      Map.of(
          "user", new Hole(What.USER, 0, 8),
          "session", new Hole(What.SESSION, 0, 16),
          "ip", new Hole(What.ADDRESS, 0, 11),
          "order", new Hole(What.ORDER, 0, 8),
          "request", new Hole(What.REQUEST, 0, 10));

  static Text of(String pattern) {
    StringBuilder text = new StringBuilder();
    List<Hole> holes = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      if (open < 0) {
        text.append(pattern, at, pattern.length());
        break;
      }
      int close = pattern.indexOf('}', open);
      text.append(pattern, at, open);
      String word = pattern.substring(open + 1, close);
      Hole hole = hole(word);
      if (hole == null) {
        text.append(pattern, open, close + 1);
        at = close + 1;
        continue;
      }
      int offset = text.toString().getBytes(StandardCharsets.UTF_8).length;
      // "10." stands still, so that an address is 14 characters and 11 of them vary.
      if (hole.what() == What.ADDRESS) {
        text.append("10.");
        offset += 3;
      }
      holes.add(new Hole(hole.what(), offset, hole.size()));
      text.append("0".repeat(hole.size()));
      at = close + 1;
    }
    return new Text(text.toString().getBytes(StandardCharsets.UTF_8), List.copyOf(holes));
  }

  /** Null where the word is no hole: a route has braces, too. */
  private static Hole hole(String word) {
    if (!word.matches("[dx][0-9]+")) {
      return NAMED.get(word);
    }
    int size = Integer.parseInt(word.substring(1));
    return new Hole(word.charAt(0) == 'x' ? What.HEX : What.DIGITS, 0, size);
  }
}
