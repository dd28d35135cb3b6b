package io.opencop.telemetry.assemble.metric;

import static io.opencop.telemetry.assemble.metric.Points.COUNTER;
import static io.opencop.telemetry.assemble.metric.Points.DELTA;
import static io.opencop.telemetry.assemble.metric.Points.GAUGE;
import static io.opencop.telemetry.assemble.metric.Points.NOON;
import static io.opencop.telemetry.assemble.metric.Points.UP_DOWN;
import static io.opencop.telemetry.assemble.metric.Points.answer;
import static io.opencop.telemetry.assemble.metric.Points.gap;
import static io.opencop.telemetry.assemble.metric.Points.n;
import static io.opencop.telemetry.assemble.metric.Points.query;
import static io.opencop.telemetry.assemble.metric.Points.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.MetricResult.Exemplar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final Map<String, Object> NONE = Map.of();

  @Test
  void gauge() {
    MetricSeries one = series(NONE, n(0, 1, 4), n(0, 6, 8), n(0, 22, 5));
    MetricSeries two = series(NONE, n(0, 2, 10), n(0, 22, 7));
    assertThat(answer(Op.AVG, GAUGE, one, two)).containsExactly(8.0, null, 6.0);
    assertThat(answer(Op.SUM, GAUGE, one, two)).containsExactly(18.0, null, 12.0);
    assertThat(answer(Op.MIN, GAUGE, one, two)).containsExactly(4.0, null, 5.0);
    assertThat(answer(Op.MAX, GAUGE, one, two)).containsExactly(10.0, null, 7.0);
    assertThat(answer(Op.COUNT, GAUGE, one, two)).containsExactly(3.0, null, 2.0);
    assertThat(answer(Op.LAST, GAUGE, one, two))
        .as("latest is 8 at 6 s; at 22 s the larger")
        .containsExactly(8.0, null, 7.0);
    assertThat(answer(query(Op.QUANTILE, 0.5), GAUGE, one, two))
        .as("of 4 8 10, and between 5 and 7")
        .containsExactly(8.0, null, 6.0);
    assertThat(answer(query(Op.QUANTILE, 0.25), GAUGE, one)).containsExactly(5.0, null, 5.0);
  }

  @Test
  void noRecordedValueIsAGap() {
    assertThat(answer(Op.AVG, GAUGE, series(NONE, n(0, 1, 4), gap(11), n(0, 21, 6))))
        .containsExactly(4.0, null, 6.0);
    assertThat(
            answer(
                Op.RATE,
                COUNTER,
                series(NONE, n(-99, 0, 1), n(-99, 10, 11), gap(15), n(-99, 25, 90))))
        .as("nothing is computed across the gap")
        .containsExactly(1.0, null, null);
  }

  @Test
  void rateOfACounter() {
    MetricSeries steady =
        series(
            NONE,
            n(-999, -10, 100),
            n(-999, 0, 150),
            n(-999, 10, 170),
            n(-999, 20, 170),
            n(-999, 29, 188));
    assertThat(answer(Op.RATE, COUNTER, steady))
        .as("20 in 10 s, none, 18 in the 9 s covered")
        .containsExactly(2.0, 0.0, 2.0);
    assertThat(answer(Op.SUM, COUNTER, steady)).containsExactly(20.0, 0.0, 18.0);
    assertThat(answer(Op.LAST, COUNTER, steady)).containsExactly(150.0, 170.0, 188.0);
    assertThat(answer(Op.COUNT, COUNTER, steady)).containsExactly(1.0, 1.0, 2.0);
  }

  @Test
  void missingPointsMakeNoSpikes() {
    assertThat(answer(Op.RATE, COUNTER, series(NONE, n(-999, 0, 10), n(-999, 30 - 1e-9, 40))))
        .allSatisfy(v -> assertThat(v).isCloseTo(1.0, within(1e-6)));
  }

  @Test
  void resets() {
    assertThat(answer(Op.SUM, COUNTER, series(NONE, n(0, 0, 100), n(0, 10, 130), n(0, 20, 7))))
        .as("fell: 7 since the reset")
        .containsExactly(30.0, 7.0, null);
    assertThat(
            answer(
                Op.SUM, COUNTER, series(NONE, n(-999, 0, 100), n(-999, 10, 130), n(15, 20, 200))))
        .as("a new start time: 200 since 15 s, though it did not fall")
        .containsExactly(30.0, 200.0, null);
    assertThat(
            answer(
                Op.RATE, COUNTER, series(NONE, n(-999, 0, 100), n(-999, 10, 130), n(15, 20, 200))))
        .as("200 in 5 s covered")
        .containsExactly(3.0, 40.0, null);
    assertThat(answer(Op.SUM, COUNTER, series(NONE, n(5, 10, 50), n(5, 20, 60))))
        .as("began while we looked")
        .containsExactly(50.0, 10.0, null);
    assertThat(answer(Op.SUM, COUNTER, series(NONE, n(-90_000, 10, 5000), n(-90_000, 20, 5010))))
        .as("began long ago: the first is only a base")
        .containsExactly(null, 10.0, null);
  }

  @Test
  void seriesOfACounterAreAdded() {
    MetricSeries a = series(NONE, n(0, 0, 0), n(0, 10, 10));
    MetricSeries b = series(NONE, n(0, 0, 0), n(0, 10, 30));
    assertThat(answer(Op.RATE, COUNTER, a, b).getFirst()).isEqualTo(4.0);
    assertThat(answer(Op.AVG, COUNTER, a, b).getFirst()).as("rates 1 and 3").isEqualTo(2.0);
    assertThat(answer(Op.MIN, COUNTER, a, b).getFirst()).isEqualTo(1.0);
    assertThat(answer(Op.MAX, COUNTER, a, b).getFirst()).isEqualTo(3.0);
    assertThat(answer(query(Op.QUANTILE, 0.75), COUNTER, a, b).getFirst()).isEqualTo(2.5);
  }

  @Test
  void deltaPoints() {
    MetricSeries d = series(NONE, n(-10, 0, 99), n(1e-9, 10, 20), n(10, 20, 5), n(20, 25, 10));
    assertThat(answer(Op.SUM, DELTA, d)).containsExactly(20.0, 5.0, 10.0);
    assertThat(answer(Op.RATE, DELTA, d).get(2)).as("10 in the 5 s covered").isEqualTo(2.0);
    assertThat(answer(Op.SUM, DELTA, series(NONE, n(5, 15, 10))))
        .as("divided among the steps it spans")
        .containsExactly(5.0, 5.0, null);
    assertThat(answer(Op.SUM, DELTA, series(NONE, n(0, 12, 6)))).containsExactly(null, 6.0, null);
    assertThat(answer(Op.RATE, DELTA, series(NONE, n(0, 12, 6)))).containsExactly(null, 0.6, null);
  }

  @Test
  void upDownSums() {
    MetricSeries s = series(NONE, n(-99, 0, 10), n(-99, 10, 4), n(-99, 20, 6));
    assertThat(answer(Op.RATE, UP_DOWN, s)).containsExactly(-0.6, 0.2, null);
    assertThat(answer(Op.SUM, UP_DOWN, s)).containsExactly(10.0, 4.0, 6.0);
  }

  @Test
  void groups() {
    MetricResult r =
        MetricEvaluator.evaluate(
            query(Op.SUM, null, "pool", "service.name", "absent"),
            GAUGE,
            List.of(
                series(Map.of("pool", "a"), n(0, 1, 1)),
                series(Map.of("pool", "b"), n(0, 1, 5)),
                series(Map.of("pool", "a", "x", 1L), n(0, 1, 2)),
                series(Map.of("pool", "empty"), gap(3))));
    assertThat(r.series().stream().map(s -> s.labels() + " " + s.values().getFirst()))
        .containsExactly(
            "{pool=b, service.name=shop, absent=} 5.0", "{pool=a, service.name=shop, absent=} 3.0");
    assertThat(r.truncated()).isFalse();
    assertThat(r.times()).containsExactly(NOON, NOON.plusSeconds(10), NOON.plusSeconds(20));
    assertThat(r.stepS()).isEqualTo(10);
    assertThat(r.op()).isEqualTo("sum");
  }

  @Test
  void theLargestTwoHundredGroups() {
    List<MetricSeries> many = new ArrayList<>();
    for (long i = 0; i < 250; i++) {
      many.add(series(Map.of("id", i), n(0, 1, (double) i)));
    }
    MetricResult r = MetricEvaluator.evaluate(query(Op.SUM, null, "id"), GAUGE, many);
    assertThat(r.truncated()).isTrue();
    assertThat(r.series()).hasSize(200);
    assertThat(r.series().getFirst().labels()).containsEntry("id", "249");
    assertThat(r.series().getLast().labels()).containsEntry("id", "50");
  }

  @Test
  void theLatestExemplars() {
    List<Exemplar> many = new ArrayList<>();
    for (int i = -5; i < 25; i++) {
      many.add(new Exemplar(NOON.plusSeconds(i), i, "t", "s"));
    }
    MetricSeries s = new MetricSeries(NONE, NONE, List.of(n(0, 1, 1)), many);
    assertThat(
            MetricEvaluator.evaluate(query(Op.SUM, null), GAUGE, List.of(s))
                .series()
                .getFirst()
                .exemplars()
                .stream()
                .map(Exemplar::value))
        .hasSize(20)
        .startsWith(5.0)
        .endsWith(24.0);
  }

  @Test
  void refusesWhatATypeCannotAnswer() {
    assertThatThrownBy(() -> answer(Op.RATE, GAUGE)).hasMessageStartingWith("op:");
    assertThatThrownBy(() -> answer(Op.LAST, Points.HISTOGRAM)).hasMessageStartingWith("op:");
    assertThatThrownBy(() -> answer(Op.QUANTILE, GAUGE)).hasMessageStartingWith("q:");
    assertThatThrownBy(() -> answer(query(Op.QUANTILE, 1.5), GAUGE)).hasMessageStartingWith("q:");
  }

  @Property(tries = 200)
  void whatACounterGrewIsNeitherLostNorMadeUp(@ForAll long seed) {
    Random random = new Random(seed);
    List<MetricPoint> points = new ArrayList<>(List.of(n(0, 0, 5)));
    double time = 0;
    double value = 5;
    double grown = 0;
    while (true) {
      time += 0.1 + random.nextDouble() * 12;
      if (time >= 30) {
        break;
      }
      double more = random.nextInt(50);
      boolean reset = random.nextInt(4) == 0 && more < value;
      value = reset ? more : value + more;
      grown += more;
      points.add(n(0, time, value));
    }
    MetricSeries s = series(NONE, points.toArray(MetricPoint[]::new));
    double sum =
        answer(Op.SUM, COUNTER, s).stream().filter(v -> v != null).mapToDouble(v -> v).sum();
    assertThat(sum).isCloseTo(grown, within(1e-6));
  }
}
