package io.opencop.runtime.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.rollout.Judge.Outcome;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a new release is said to do worse than the old one. */
class JudgeTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "too few of the new,              1000,   0,  20,   49,   0,  20, true,  TOO_FEW",
    "ten that all fail are enough,    1000,   0,  20,   10,  10,  20, false, ERRORS",
    "four of them may be chance,      1000,   0,  20,   12,   4,  20, true,  TOO_FEW",
    "too few of the old,                49,   0,  20, 1000,   0,  20, true,  TOO_FEW",
    "all of fifty fail,                450,   0,  20,   50,  50,  20, false, ERRORS",
    "three of fifty against none,      450,   0,  20,   50,   3,  20, true,  ERRORS",
    "one of fifty may be chance,       450,   1,  20,   50,   1,  20, true,  WELL",
    "sure but a third of a percent,  90000,   0,  20, 9000,  30,  20, true,  WELL",
    "the old one fails as much,        500,  50,  20,  500,  55,  20, true,  WELL",
    "both fail always,                 500, 500,  20,  500, 500,  20, true,  WELL",
    "a quarter slower at the end,     1000,   0, 100,  500,   0, 140, true,  SLOW",
    "a quarter slower before it,      1000,   0, 100,  500,   0, 140, false, WELL",
    "a quarter slower of few,          100,   0, 100,  100,   0, 140, true,  WELL",
    "twice as slow at any time,        100,   0, 100,  100,   0, 220, false, SLOW",
    "three times of next to nothing,  1000,   0,   2,  500,   0,   6, true,  WELL",
    "durations are not known,         1000,   0, NaN,  500,   0, NaN, true,  WELL"
  })
  void cases(
      String name,
      long requests,
      long errors,
      double p95,
      long freshRequests,
      long freshErrors,
      double freshP95,
      boolean end,
      Outcome outcome) {
    Red old = new Red(requests, errors, p95);
    assertThat(Judge.judge(old, new Red(freshRequests, freshErrors, freshP95), end))
        .isEqualTo(outcome);
  }

  @Property(tries = 300)
  void oneThatFailsNoMoreOftenIsNeverBlamed(
      @ForAll @IntRange(min = 50, max = 100_000) int requests,
      @ForAll @IntRange(max = 1000) int failing) {
    int errors = Math.min(failing, requests);
    Red old = new Red(requests, errors, 10);
    Red fresh = new Red(2L * requests, 2L * errors, 10);
    assertThat(Judge.judge(old, fresh, true)).isEqualTo(Outcome.WELL);
    assertThat(Judge.judge(old, fresh, false)).isEqualTo(Outcome.WELL);
  }

  @Test
  void ofAHundredThatAreAsGoodOneIsBlamedByChance() {
    Random random = new Random(42);
    int blamed = 0;
    for (int i = 0; i < 2000; i++) {
      Red old = new Red(2000, failing(random, 2000), 10);
      Red fresh = new Red(500, failing(random, 500), 10);
      blamed += Judge.judge(old, fresh, true) == Outcome.ERRORS ? 1 : 0;
    }
    // 1 % is meant; few requests make the test a little less exact than its formula.
    assertThat(blamed).isBetween(1, 60);
  }

  private static long failing(Random random, int requests) {
    return random.doubles(requests).filter(d -> d < 0.03).count();
  }
}
