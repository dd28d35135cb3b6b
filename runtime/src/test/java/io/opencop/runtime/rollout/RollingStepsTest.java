package io.opencop.runtime.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.app.Rollout.Amount;
import io.opencop.model.app.Rollout.Rolling;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A rollout played through, whatever order instances get ready in. */
class RollingStepsTest {
  @Test
  void twoInstancesAreReplacedOneByOne() {
    Rolling how = new Rolling(new Amount(25, true), new Amount(0, false));
    assertThat(RollingSteps.next(how, 2, new Seen(0, 0, 2, 2)))
        .isEqualTo(new Split(1, 2, 33, false));
    assertThat(RollingSteps.next(how, 2, new Seen(1, 0, 2, 2)))
        .isEqualTo(new Split(1, 2, 33, false));
    assertThat(RollingSteps.next(how, 2, new Seen(1, 1, 2, 2)))
        .isEqualTo(new Split(1, 1, 50, false));
    assertThat(RollingSteps.next(how, 2, new Seen(1, 1, 1, 1)))
        .isEqualTo(new Split(2, 1, 67, false));
    assertThat(RollingSteps.next(how, 2, new Seen(2, 2, 1, 1)))
        .isEqualTo(new Split(2, 0, 100, true));
  }

  @Test
  void theFirstReleaseStartsWhole() {
    Rolling how = new Rolling(new Amount(25, true), new Amount(0, false));
    assertThat(RollingSteps.next(how, 3, new Seen(0, 0, 0, 0)).fresh()).isEqualTo(3);
  }

  @Test
  void oldOnesThatAreNotReadyDoNotHoldItUp() {
    Rolling how = new Rolling(new Amount(0, false), new Amount(1, false));
    assertThat(RollingSteps.next(how, 3, new Seen(0, 0, 3, 0)).old()).isZero();
  }

  @Property(tries = 500)
  void itEndsAndKeepsItsBoundsAllTheWay(
      @ForAll @IntRange(min = 1, max = 12) int wanted,
      @ForAll @IntRange(min = 0, max = 4) int surge,
      @ForAll @IntRange(min = 0, max = 4) int unavailable,
      @ForAll long seed) {
    Rolling how = new Rolling(new Amount(surge, false), new Amount(unavailable, false));
    int allowedAway = surge == 0 && unavailable == 0 ? 1 : unavailable;
    Random random = new Random(seed);
    int fresh = 0;
    int ready = 0;
    int old = wanted;
    for (int step = 0; step < 1000; step++) {
      Split next = RollingSteps.next(how, wanted, new Seen(fresh, ready, old, old));
      assertThat(next.fresh() + next.old()).isLessThanOrEqualTo(wanted + surge);
      assertThat(ready + next.old()).isGreaterThanOrEqualTo(wanted - allowedAway);
      assertThat(next.fresh()).isGreaterThanOrEqualTo(fresh);
      if (next.done()) {
        assertThat(ready).isEqualTo(wanted);
        return;
      }
      fresh = next.fresh();
      old = next.old();
      ready += random.nextInt(fresh - ready + 1);
    }
    throw new AssertionError("it does not end");
  }
}
