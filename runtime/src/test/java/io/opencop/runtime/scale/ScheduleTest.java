package io.opencop.runtime.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Choice;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Scale.Rules;
import io.opencop.model.app.Scale.Target;
import io.opencop.model.app.Scale.Window;
import io.opencop.runtime.scale.Decision.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other bounds at certain times, and one number shared out among the instances. */
class ScheduleTest {
  private static final Rules FREE = new Rules(Duration.ZERO, List.of(), Choice.MAX);
  private static final Target QUEUE = new Target(Measure.METRIC, "queue.depth", 10, "broker", true);

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "0 9 * * mon-fri, 2026-11-23T09:00, 2026-11-23T09:00",
    "0 9 * * mon-fri, 2026-11-23T08:59, 2026-11-20T09:00",
    "0 9 * * 1-5,     2026-11-22T12:00, 2026-11-20T09:00",
    "*/15 * * * *,    2026-11-22T12:44, 2026-11-22T12:30",
    "30 22 1 * *,     2026-11-22T12:00, 2026-11-01T22:30",
    "0 0 1 jan *,     2026-11-22T12:00, 2026-01-01T00:00",
    "0 12 13 * fri,   2026-11-22T12:00, 2026-11-20T12:00",
    "'5,50 8-10/2 * * 7', 2026-11-22T10:49, 2026-11-22T10:05",
    "0 3 * * 0,       2026-11-22T02:00, 2026-11-15T03:00"
  })
  void lastTimeItWasDue(String cron, String now, String due) {
    assertThat(new Cron(cron).lastBefore(ZonedDateTime.parse(now + "+09:00[Asia/Seoul]")))
        .contains(ZonedDateTime.parse(due + "+09:00[Asia/Seoul]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "60 * * * *",
        "0 24 * * *",
        "0 0 0 * *",
        "0 0 * foo *",
        "*/0 * * * *",
        "5-1 * * * *",
        "1-2-3 * * * *",
        "1, * * * *"
      })
  void whatIsNoCronIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cron(text));
  }

  @Test
  void aWindowIsOpenFromItsStartToItsEndInItsOwnZone() {
    Scale scale = scale(new Window("0 9 * * mon-fri", "0 18 * * *", "Asia/Seoul", 4, 20));
    // 09:00 in Seoul is midnight in UTC.
    assertThat(at(scale, "2026-11-22T23:59:59Z")).isEqualTo(new Bounds(1, 5, List.of()));
    assertThat(at(scale, "2026-11-23T00:00:00Z").min()).isEqualTo(4);
    assertThat(at(scale, "2026-11-23T08:59:59Z").max()).isEqualTo(20);
    assertThat(at(scale, "2026-11-23T09:00:00Z").scheduled()).isFalse();
  }

  @Test
  void overMidnightAndOverlapping() {
    Scale scale =
        scale(
            new Window("0 22 * * *", "0 6 * * *", "UTC", 0, 0),
            new Window("0 5 * * *", "0 9 * * *", "UTC", 3, 3));
    assertThat(at(scale, "2026-11-23T02:00:00Z").max()).isZero();
    assertThat(at(scale, "2026-11-23T05:30:00Z").clamp(0)).isEqualTo(3);
    assertThat(at(scale, "2026-11-23T12:00:00Z").clamp(9)).isEqualTo(5);
  }

  @Test
  void aBoundOfTheScheduleIsSaidToBeThat() {
    Instant now = Instant.parse("2026-11-23T00:00:00Z");
    Bounds bounds = new Bounds(4, 5, List.of(new Window("* * * * *", "", "UTC", 4, 5)));
    Scaler scaler = new Scaler(scale().within(4, 5), new History());
    Decision up = scaler.decide(now, 4, List.of(queue(90)), bounds);
    assertThat(up.limit()).isEqualTo(Limit.SCHEDULE);
    assertThat(up.replicas()).isEqualTo(5);
    assertThat(up.computed()).isEqualTo(9);
  }

  @Test
  void aSmallDepartureIsLeftAloneAndItIsSaidWhy() {
    Decision same = new Scaler(scale(), new History()).decide(Instant.EPOCH, 2, List.of(queue(21)));
    assertThat(same.replicas()).isEqualTo(2);
    assertThat(same.limit()).isEqualTo(Limit.TOLERANCE);
    assertThat(same.proposals().getFirst().value()).isEqualTo(10.5);
  }

  /** Kubernetes, "AverageValue" of an external metric: the total over the target, rounded up. */
  @Property(tries = 500)
  void aTotalIsSharedOutAsKubernetesDoes(
      @ForAll @IntRange(min = 1, max = 40) int current, @ForAll @IntRange(max = 500) int depth) {
    Proposal proposal = ReplicaCalculator.propose(current, queue(depth));
    double ratio = depth / (10.0 * current);
    int expected = ratio >= 0.9 && ratio <= 1.1 ? current : (int) Math.ceil(depth / 10.0);
    assertThat(proposal.replicas()).isEqualTo(expected);
  }

  private static Bounds at(Scale scale, String time) {
    return Bounds.at(scale, Instant.parse(time));
  }

  private static Reading queue(int depth) {
    return new Reading(QUEUE, List.of(depth * 1000L), 0, 0);
  }

  private static Scale scale(Window... windows) {
    return new Scale(1, 5, List.of(QUEUE), FREE, FREE, List.of(windows));
  }
}
