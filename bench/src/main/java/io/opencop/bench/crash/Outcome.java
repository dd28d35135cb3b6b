package io.opencop.bench.crash;

/**
 * What many kills have done.
 *
 * @param acknowledged items
 * @param lost acknowledged items that were not found
 * @param duplicated items found more than once
 * @param mismatches services whose roll-up differs from their spans
 * @param resent requests sent again because their answer was lost
 */
public record Outcome(
    int rounds,
    long acknowledged,
    long lost,
    long duplicated,
    long mismatches,
    long resent,
    double seconds) {

  public boolean isRight() {
    return lost == 0 && duplicated == 0 && mismatches == 0;
  }
}
