package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1M, PT1S", "PT5M, PT5S", "PT15M, PT10S", "PT1H, PT30S", "PT3H, PT2M", "PT6H, PT5M",
    "PT12H, PT10M", "PT24H, PT15M", "P2D, PT30M", "P7D, PT3H", "P30D, PT6H", "P60D, PT12H",
    "P400D, P4D"
  })
  void aboutHundredTwentyRoundSteps(Duration length, Duration step) {
    assertThat(Steps.choose(TimeRange.last(length, T), 120)).isEqualTo(step);
  }

  @Test
  void redStepsAreWholeCells() {
    TimeRange hour = TimeRange.last(Duration.ofHours(1), T);
    assertThat(Steps.chooseRed(hour, 1000)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Steps.chooseRed(hour, 300)).as("15 s would be chosen").hasSeconds(20);
    assertThat(Steps.cells(Duration.ofSeconds(11))).hasSeconds(20);
  }

  @Test
  void alignedToTheEpochAndHalfOpen() {
    TimeRange range = new TimeRange(T.plusSeconds(7), T.plusSeconds(30));
    Duration ten = Duration.ofSeconds(10);
    assertThat(Steps.times(range, ten)).containsExactly(T, T.plusSeconds(10), T.plusSeconds(20));
    assertThat(Steps.index(range, ten, T.plusSeconds(29))).isEqualTo(2);
    assertThat(Steps.widen(range)).isEqualTo(new TimeRange(T, T.plusSeconds(30)));
    assertThat(Steps.widen(Steps.widen(range))).isEqualTo(Steps.widen(range));
    Instant before1970 = Instant.ofEpochSecond(-1);
    assertThat(Steps.floor(before1970, ten)).isEqualTo(Instant.ofEpochSecond(-10));
  }

  @Test
  void refusesFractionsAndTooManyPoints() {
    TimeRange day = TimeRange.last(Duration.ofDays(1), T);
    assertThatThrownBy(() -> Steps.orDefault(Duration.ofMillis(1500), day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("step:");
    assertThatThrownBy(() -> Steps.orDefault(Duration.ofSeconds(1), day))
        .hasMessageStartingWith("step:");
    assertThatThrownBy(() -> Steps.choose(day, 0)).hasMessageStartingWith("points:");
  }

  @Property(tries = 300)
  void everyInstantOfTheRangeLiesInItsStep(
      @ForAll @LongRange(min = -100_000, max = 10_000_000_000L) long from,
      @ForAll @IntRange(min = 1, max = 10_000_000) int length,
      @ForAll @IntRange(min = 2, max = 500) int points,
      @ForAll @IntRange(min = 0, max = 1_000_000) int where) {
    Instant start = Instant.ofEpochSecond(from);
    TimeRange range = new TimeRange(start, start.plusSeconds(length));
    Duration step = Steps.choose(range, points);
    var times = Steps.times(range, step);
    assertThat(times.size()).isLessThanOrEqualTo(points + 1);
    Instant t = start.plusSeconds(where % length);
    int i = Steps.index(range, step, t);
    assertThat(t).isBetween(times.get(i), times.get(i).plus(step).minusNanos(1));
  }
}
