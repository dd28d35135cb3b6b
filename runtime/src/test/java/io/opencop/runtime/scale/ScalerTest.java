package io.opencop.runtime.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Choice;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Scale.Policy;
import io.opencop.model.app.Scale.Rules;
import io.opencop.model.app.Scale.Target;
import io.opencop.runtime.scale.Decision.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bounds, windows and policies, and which of them is said to have bitten. */
class ScalerTest {
  private static final Target CPU = new Target(Measure.CPU, null, 50);
  private static final Target REQUESTS = new Target(Measure.REQUESTS, null, 10);
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final Rules FREE = new Rules(Duration.ZERO, List.of(), Choice.MAX);

  private final History history = new History();

  @Test
  void theLargestOfSeveralTargetsWins() {
    Decision d = scaler(1, 20, FREE, FREE).decide(T, 4, List.of(cpu(4, 50), requests(4, 30)));
    assertThat(d.proposals()).extracting(Proposal::replicas).containsExactly(4, 12);
    assertThat(d.replicas()).isEqualTo(12);
    assertThat(d.limit()).isEqualTo(Limit.NONE);
  }

  @Test
  void oneThatIsNotMeasuredKeepsItFromShrinkingButNotFromGrowing() {
    Scaler scaler = scaler(1, 20, FREE, FREE);
    Decision down = scaler.decide(T, 4, List.of(cpu(4, 10), Reading.none(REQUESTS)));
    assertThat(down.replicas()).isEqualTo(4);
    assertThat(down.limit()).isEqualTo(Limit.NOT_MEASURED);
    Decision up = scaler.decide(T, 4, List.of(cpu(4, 100), Reading.none(REQUESTS)));
    assertThat(up.replicas()).isEqualTo(8);
  }

  @Test
  void outsideTheBoundsItGoesToThemAtOnce() {
    assertThat(scaler(2, 5, FREE, FREE).decide(T, 9, List.of(cpu(9, 100))).replicas()).isEqualTo(5);
    assertThat(scaler(2, 5, FREE, FREE).decide(T, 1, List.of(cpu(1, 1))).replicas()).isEqualTo(2);
    Decision most = scaler(2, 5, FREE, FREE).decide(T, 4, List.of(cpu(4, 100)));
    assertThat(most.replicas()).isEqualTo(5);
    assertThat(most.limit()).isEqualTo(Limit.MAX);
    assertThat(most.computed()).isEqualTo(8);
  }

  @Test
  void whatSleepsIsNotWokenByAMeasurement() {
    assertThat(scaler(0, 5, FREE, FREE).decide(T, 0, List.of(cpu(1, 100))).replicas()).isZero();
  }

  @Test
  void aShortDipWithinTheWindowChangesNothing() {
    Rules down = new Rules(Duration.ofMinutes(5), List.of(), Choice.MAX);
    Scaler scaler = scaler(1, 20, FREE, down);
    assertThat(scaler.decide(T, 8, List.of(cpu(8, 50))).replicas()).isEqualTo(8);
    Decision dip = scaler.decide(T.plusSeconds(60), 8, List.of(cpu(8, 10)));
    assertThat(dip.computed()).isEqualTo(2);
    assertThat(dip.replicas()).isEqualTo(8);
    assertThat(dip.limit()).isEqualTo(Limit.WINDOW);
    Decision after = scaler.decide(T.plusSeconds(301), 8, List.of(cpu(8, 10)));
    assertThat(after.replicas()).isEqualTo(2);
  }

  @Test
  void policiesBoundWhatHappensWithinTheirPeriod() {
    Rules up =
        new Rules(
            Duration.ZERO,
            List.of(
                new Policy(true, 100, Duration.ofSeconds(15)),
                new Policy(false, 4, Duration.ofSeconds(15))),
            Choice.MAX);
    Scaler scaler = scaler(1, 100, up, FREE);
    Decision first = scaler.decide(T, 2, List.of(cpu(2, 5000)));
    assertThat(first.replicas()).isEqualTo(6);
    assertThat(first.limit()).isEqualTo(Limit.POLICY);
    history.changed(T, 4);
    assertThat(scaler.decide(T.plusSeconds(5), 6, List.of(cpu(6, 5000))).replicas()).isEqualTo(6);
    assertThat(scaler.decide(T.plusSeconds(20), 6, List.of(cpu(6, 5000))).replicas()).isEqualTo(12);
  }

  @Test
  void downwardsTheMostCautiousPolicyCanBeChosen() {
    List<Policy> policies =
        List.of(
            new Policy(true, 10, Duration.ofMinutes(1)),
            new Policy(false, 5, Duration.ofMinutes(1)));
    Rules cautious = new Rules(Duration.ZERO, policies, Choice.MIN);
    assertThat(scaler(1, 100, FREE, cautious).decide(T, 80, List.of(cpu(80, 1))).replicas())
        .isEqualTo(75);
    Rules bold = new Rules(Duration.ZERO, policies, Choice.MAX);
    assertThat(scaler(1, 100, FREE, bold).decide(T, 80, List.of(cpu(80, 1))).replicas())
        .isEqualTo(72);
    Rules never = new Rules(Duration.ZERO, policies, Choice.DISABLED);
    assertThat(scaler(1, 100, FREE, never).decide(T, 80, List.of(cpu(80, 1))).replicas())
        .isEqualTo(80);
  }

  @Property(tries = 300)
  void itNeverLeavesItsBounds(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 400) Integer> load,
      @ForAll @IntRange(min = 1, max = 5) int min,
      @ForAll @IntRange(min = 0, max = 30) int room) {
    Rules up = new Rules(Duration.ZERO, List.of(new Policy(true, 50, T15)), Choice.MAX);
    Rules down = new Rules(Duration.ofMinutes(1), List.of(new Policy(false, 2, T15)), Choice.MIN);
    History past = new History();
    Scaler scaler = new Scaler(new Scale(min, min + room, List.of(CPU), up, down), past);
    int current = min;
    Instant now = T;
    for (int percent : load) {
      Decision d = scaler.decide(now, current, List.of(cpu(current, percent)));
      assertThat(d.replicas()).isBetween(min, min + room);
      if (percent <= 50) {
        assertThat(d.replicas()).isLessThanOrEqualTo(current);
      }
      past.changed(now, d.replicas() - current);
      current = d.replicas();
      now = now.plusSeconds(15);
    }
  }

  private static final Duration T15 = Duration.ofSeconds(15);

  private Scaler scaler(int min, int max, Rules up, Rules down) {
    return new Scaler(new Scale(min, max, List.of(CPU, REQUESTS), up, down), history);
  }

  private static Reading cpu(int instances, int percent) {
    return new Reading(CPU, Collections.nCopies(instances, percent * 1000L), 0, 0);
  }

  private static Reading requests(int instances, int each) {
    return new Reading(REQUESTS, Collections.nCopies(instances, each * 1000L), 0, 0);
  }
}
