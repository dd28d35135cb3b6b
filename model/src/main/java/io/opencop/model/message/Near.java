package io.opencop.model.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean": the candidate with the fewest typing slips, if it is near enough. */
public final class Near {
  private Near() {}

  public static Optional<String> of(String typed, Collection<String> candidates) {
    int most = Math.max(1, typed.length() / 3);
    return candidates.stream()
        .filter(c -> distance(typed, c) <= most)
        .min(Comparator.comparingInt((String c) -> distance(typed, c)).thenComparing(c -> c));
  }

  /**
   * Edits between two words, where two swapped neighbours count once (optimal string alignment).
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
