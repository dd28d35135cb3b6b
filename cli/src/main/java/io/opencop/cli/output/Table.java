package io.opencop.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Left-aligned columns, three spaces apart; numbers are right-aligned by their column's wish. */
public final class Table {
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /** A head that starts with {@code >} asks for right alignment. */
  public Table(List<String> heads) {
    this.heads = List.copyOf(heads);
  }

  public void add(List<String> cells) {
    rows.add(cells.stream().map(Table::plain).toList());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Telemetry may hold control characters that would drive the terminal: they are shown, not
   * obeyed.
   */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t') {
            out.append(' ');
          } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            out.append(String.format("\\u%04x", c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  @Override
  public String toString() {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Width.of(label(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    line(out, heads.stream().map(h -> h.startsWith(">") ? h.substring(1) : h).toList(), widths);
    rows.forEach(row -> line(out, row, widths));
    return out.toString();
  }

  private String label(int column) {
    String head = heads.get(column);
    return head.startsWith(">") ? head.substring(1) : head;
  }

  private void line(StringBuilder out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String gap = " ".repeat(widths[i] - Width.of(cells.get(i)));
      boolean right = heads.get(i).startsWith(">");
      line.append(i == 0 ? "" : "   ");
      line.append(right ? gap : "").append(cells.get(i)).append(right ? "" : gap);
    }
    out.append(line.toString().stripTrailing()).append(System.lineSeparator());
  }
}
