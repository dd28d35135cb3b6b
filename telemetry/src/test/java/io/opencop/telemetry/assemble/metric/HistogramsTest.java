package io.opencop.telemetry.assemble.metric;

import static io.opencop.telemetry.assemble.metric.Points.DELTA_HISTOGRAM;
import static io.opencop.telemetry.assemble.metric.Points.HISTOGRAM;
import static io.opencop.telemetry.assemble.metric.Points.SUMMARY;
import static io.opencop.telemetry.assemble.metric.Points.answer;
import static io.opencop.telemetry.assemble.metric.Points.at;
import static io.opencop.telemetry.assemble.metric.Points.dist;
import static io.opencop.telemetry.assemble.metric.Points.h;
import static io.opencop.telemetry.assemble.metric.Points.quantiles;
import static io.opencop.telemetry.assemble.metric.Points.query;
import static io.opencop.telemetry.assemble.metric.Points.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opencop.telemetry.query.MetricQuery.Op;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HistogramsTest {
  private static final double[] BOUNDS = {10, 20, 40};
  private static final Map<String, Object> NONE = Map.of();

  @Test
  void quantileAsPrometheus() {
    ExplicitBuckets b = new ExplicitBuckets(BOUNDS, new double[] {2, 4, 2, 2});
    assertThat(b.quantile(0.1)).as("rank 1 of 2 in 0..10").isEqualTo(5);
    assertThat(b.quantile(0.5)).as("rank 5: 3 of 4 in 10..20").isEqualTo(17.5);
    assertThat(b.quantile(0.7)).as("rank 7: 1 of 2 in 20..40").isEqualTo(30);
    assertThat(b.quantile(0.95)).as("the open last bucket").isEqualTo(40);
    assertThat(b.quantile(0)).isZero();
    assertThat(new ExplicitBuckets(new double[] {-5, 5}, new double[] {3, 0, 0}).quantile(0.5))
        .as("first bucket below zero has no lower bound")
        .isEqualTo(-5);
    assertThat(new ExplicitBuckets(BOUNDS, new double[4]).quantile(0.5)).isNaN();
  }

  @Test
  void bucketsOfDifferentBoundsMerge() {
    var merged =
        new ExplicitBuckets(new double[] {10, 20}, new double[] {0, 8, 1})
            .plus(new ExplicitBuckets(new double[] {15, 30}, new double[] {3, 6, 1}));
    // On 10 15 20 30: (0,10] 2, (10,15] 4+1, (15,20] 4+2, (20,30] 4, above 1+1.
    assertThat(merged.quantile(2 / 19.0)).isCloseTo(10, within(1e-9));
    assertThat(merged.quantile(7 / 19.0)).isCloseTo(15, within(1e-9));
    assertThat(merged.quantile(13 / 19.0)).isCloseTo(20, within(1e-9));
    assertThat(merged.quantile(15 / 19.0)).isCloseTo(25, within(1e-9));
    assertThat(merged.quantile(1)).isEqualTo(30);
  }

  @Test
  void cumulativeHistogram() {
    MetricSeries s =
        series(
            NONE,
            h(-99, 0, dist(1000, BOUNDS, 50, 50, 0, 0)),
            h(-99, 10, dist(1180, BOUNDS, 52, 54, 2, 2)),
            h(-99, 20, dist(1180, BOUNDS, 52, 54, 2, 2)));
    assertThat(answer(Op.COUNT, HISTOGRAM, s)).containsExactly(10.0, 0.0, null);
    assertThat(answer(Op.RATE, HISTOGRAM, s)).containsExactly(1.0, 0.0, null);
    assertThat(answer(Op.SUM, HISTOGRAM, s)).containsExactly(180.0, 0.0, null);
    assertThat(answer(Op.AVG, HISTOGRAM, s)).containsExactly(18.0, null, null);
    assertThat(answer(query(Op.QUANTILE, 0.5), HISTOGRAM, s)).containsExactly(17.5, null, null);
    assertThat(answer(Op.MIN, HISTOGRAM, s).getFirst()).as("a bucket's bound").isEqualTo(0.0);
    assertThat(answer(Op.MAX, HISTOGRAM, s).getFirst()).isEqualTo(40.0);
  }

  @Test
  void resetOfAHistogram() {
    MetricSeries s =
        series(
            NONE,
            h(0, 0, dist(1000, BOUNDS, 50, 50, 0, 0)),
            h(0, 10, dist(30, BOUNDS, 0, 101, 0, 0)));
    assertThat(answer(Op.COUNT, HISTOGRAM, s).getFirst())
        .as("more in all, but one bucket fell")
        .isEqualTo(101.0);
  }

  @Test
  void seriesMergeBeforeTheQuantile() {
    MetricSeries fast = series(NONE, h(1e-9, 10, dist(0, BOUNDS, 10, 0, 0, 0)));
    MetricSeries slow = series(NONE, h(1e-9, 10, dist(0, BOUNDS, 0, 0, 10, 0)));
    assertThat(answer(query(Op.QUANTILE, 0.75), DELTA_HISTOGRAM, fast, slow).getFirst())
        .isEqualTo(30.0);
  }

  @Test
  void deltaPointsCarryTheirExtremes() {
    var d = new Distribution(2, 50, 13, 37, new ExplicitBuckets(BOUNDS, new double[] {0, 1, 1, 0}));
    MetricSeries s = series(NONE, h(2, 8, d));
    assertThat(answer(Op.MIN, DELTA_HISTOGRAM, s).getFirst()).isEqualTo(13.0);
    assertThat(answer(Op.MAX, DELTA_HISTOGRAM, s).getFirst()).isEqualTo(37.0);
    assertThat(answer(Op.AVG, DELTA_HISTOGRAM, s).getFirst()).isEqualTo(25.0);
  }

  @Test
  void summary() {
    MetricSeries s =
        series(
            NONE,
            new MetricPoint.Summary(0, at(0), false, 10, 100, quantiles(0, 1, 0.5, 10, 1, 30)),
            new MetricPoint.Summary(0, at(10), false, 30, 400, quantiles(0, 1, 0.5, 20, 1, 50)));
    assertThat(answer(query(Op.QUANTILE, 0.5), SUMMARY, s)).containsExactly(10.0, 20.0, null);
    assertThat(answer(query(Op.QUANTILE, 0.75), SUMMARY, s)).containsExactly(20.0, 35.0, null);
    assertThat(answer(Op.MAX, SUMMARY, s)).containsExactly(30.0, 50.0, null);
    assertThat(answer(Op.RATE, SUMMARY, s)).containsExactly(2.0, null, null);
    assertThat(answer(Op.AVG, SUMMARY, s)).containsExactly(15.0, null, null);
  }

  @Test
  void exponentialQuantile() {
    // Scale 0: base 2. 4 in (1,2], 4 in (2,4].
    var b = exponential(0, 0, 0, 0, 4, 1, 4);
    assertThat(b.quantile(0.5)).isCloseTo(2, within(1e-12));
    assertThat(b.quantile(0.75))
        .as("half way up, exponentially")
        .isCloseTo(2.8284271247, within(1e-9));
    assertThat(b.quantile(1)).isCloseTo(4, within(1e-12));
    assertThat(b.lowest()).isEqualTo(1);
    assertThat(b.highest()).isEqualTo(4);
    assertThat(exponential(3, 0, 0, 8, 10).quantile(1))
        .as("2^(9/8)")
        .isCloseTo(Math.pow(2, 9 / 8.0), within(1e-12));
    assertThat(exponential(0, 0, 5, 3, 5).quantile(0.25)).as("in the zero bucket").isZero();
    assertThat(exponential(0, 0, 0).quantile(0.5)).isNaN();
  }

  @Test
  void exponentialNegatives() {
    TreeMap<Integer, Double> negative = new TreeMap<>(Map.of(0, 2.0, 1, 2.0));
    var b = new ExponentialBuckets(0, 0, 0, new TreeMap<>(), negative);
    assertThat(b.quantile(0)).isEqualTo(-4);
    assertThat(b.quantile(0.5)).isEqualTo(-2);
    assertThat(b.quantile(1)).isEqualTo(-1);
    assertThat(b.lowest()).isEqualTo(-4);
    assertThat(b.highest()).isEqualTo(-1);
  }

  @Test
  void exponentialScalesMergeAtTheCoarser() {
    // Scale 1 has base sqrt 2: indexes -1, 0, 1, 2 are -1, 0, 0, 1 at scale 0.
    var merged = exponential(1, 0, 1, -1, 1, 0, 2, 1, 3, 2, 4).plus(exponential(0, 0.5, 2, 0, 10));
    assertThat(merged.quantile(3 / 23.0)).as("3 zeros, up to the larger threshold").isEqualTo(0.5);
    assertThat(merged.quantile(4 / 23.0)).as("1 in (1/2, 1]").isCloseTo(1, within(1e-9));
    assertThat(merged.quantile(19 / 23.0)).as("15 in (1, 2]").isCloseTo(2, within(1e-9));
    assertThat(merged.quantile(1)).as("4 in (2, 4]").isCloseTo(4, within(1e-9));
  }

  @Test
  void exponentialDifference() {
    var before = exponential(1, 0, 1, 0, 1, 1, 1);
    var grown = exponential(0, 0, 1, 0, 5, 1, 1).minus(before);
    assertThat(grown.quantile(0.75)).as("3 more in (1,2], 1 in (2,4]").isCloseTo(2, within(1e-9));
    assertThat(exponential(1, 0, 1, 0, 0, 1, 9).minus(before)).as("a bucket fell").isNull();
    assertThat(exponential(2, 0, 9, 0, 9, 1, 9).minus(before)).as("a finer scale").isNull();
  }

  @Property(tries = 100)
  void exponentialQuantileIsWithinItsBucket(@ForAll long seed) {
    Random random = new Random(seed);
    int scale = random.nextInt(6);
    double[] all = random.doubles(200, 0.01, 1000).sorted().toArray();
    ExponentialBuckets b = exponential(scale, 0, 0);
    ExponentialBuckets finer = exponential(scale + 2, 0, 0);
    for (int i = 0; i < all.length; i++) {
      if (i % 2 == 0) {
        b = (ExponentialBuckets) b.plus(of(scale, all[i]));
      } else {
        finer = (ExponentialBuckets) finer.plus(of(scale + 2, all[i]));
      }
    }
    double width = Math.pow(2, Math.pow(2, -scale));
    for (double q : new double[] {0.01, 0.25, 0.5, 0.9, 0.99}) {
      double exact = all[(int) Math.ceil(q * all.length) - 1];
      assertThat(b.plus(finer).quantile(q)).isBetween(exact / width, exact * width);
    }
  }

  @Property(tries = 100)
  void explicitQuantileGrowsWithQ(@ForAll long seed) {
    Random random = new Random(seed);
    double[] bounds = random.doubles(5, -10, 100).sorted().toArray();
    double[] counts = random.ints(6, 0, 20).asDoubleStream().toArray();
    counts[2]++;
    ExplicitBuckets b = new ExplicitBuckets(bounds, counts);
    double[] at = Arrays.stream(new double[] {0, 0.1, 0.5, 0.9, 1}).map(b::quantile).toArray();
    assertThat(at).isSorted();
    assertThat(b.plus(b).quantile(0.5)).isCloseTo(b.quantile(0.5), within(1e-9));
  }

  private static ExponentialBuckets of(int scale, double value) {
    double base = Math.pow(2, Math.pow(2, -scale));
    int index = (int) Math.ceil(Math.log(value) / Math.log(base)) - 1;
    return exponential(scale, 0, 0, index, 1);
  }

  /** Index, count, index, count ... */
  private static ExponentialBuckets exponential(
      int scale, double threshold, double zeros, double... counts) {
    TreeMap<Integer, Double> positive = new TreeMap<>();
    for (int i = 0; i < counts.length; i += 2) {
      positive.put((int) counts[i], counts[i + 1]);
    }
    return new ExponentialBuckets(scale, threshold, zeros, positive, new TreeMap<>());
  }
}
