package io.opencop.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, in the unified form of diff(1) with three lines of context. */
public final class LineDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;

  /** A line with its sign, and how far both texts have come before it. */
  private record Line(char sign, String text, int before, int after) {}

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Empty where they are the same. */
  public static String unified(String name, String before, String after) {
    List<Line> lines = new LineDiff(before.lines().toList(), after.lines().toList()).lines();
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).sign() == ' ') {
        at++;
        continue;
      }
      int from = Math.max(0, at - CONTEXT);
      int to = end(lines, at);
      if (out.isEmpty()) {
        out.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
      }
      hunk(out, lines.subList(from, to));
      at = to;
    }
    return out.toString();
  }

  /** Where a hunk ends: changes with little between them belong to one. */
  private static int end(List<Line> lines, int from) {
    int last = from;
    for (int i = from; i < lines.size() && i - last <= 2 * CONTEXT; i++) {
      last = lines.get(i).sign() == ' ' ? last : i;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static void hunk(StringBuilder out, List<Line> lines) {
    long old = lines.stream().filter(l -> l.sign() != '+').count();
    long fresh = lines.stream().filter(l -> l.sign() != '-').count();
    Line first = lines.getFirst();
    out.append("@@ -").append(start(first.before(), old)).append(',').append(old);
    out.append(" +").append(start(first.after(), fresh)).append(',').append(fresh);
    out.append(" @@\n");
    lines.forEach(l -> out.append(l.sign()).append(l.text()).append('\n'));
  }

  /** Counted from 1; an empty part stands behind the line before it. */
  private static int start(int lines, long count) {
    return count == 0 ? lines : lines + 1;
  }

  /** By the longest common subsequence; manifests have some hundred lines. */
  private List<Line> lines() {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i), i++, j++));
      } else if (j == after.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', before.get(i), i++, j));
      } else {
        lines.add(new Line('+', after.get(j), i, j++));
      }
    }
    return lines;
  }
}
