package io.opencop.sessions.manager.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogHistogramTest {
  /** Half a bucket to either side. */
  private static final double PRECISION = 0.0451;

  @Property
  void aPercentileIsOffByLessThanHalfABucket(
      @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 1L << 40) Long> values) {
    LogHistogram histogram = new LogHistogram();
    values.forEach(histogram::record);
    Counted counted = histogram.counted();
    List<Long> sorted = values.stream().sorted().toList();
    for (double part : new double[] {0.5, 0.95, 0.99, 1}) {
      double exact = (double) sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
      assertThat(counted.percentile(part)).isCloseTo(exact, within(exact * PRECISION + 0.1));
    }
    assertThat(counted.count()).isEqualTo(values.size());
    assertThat(counted.sum()).isEqualTo(values.stream().mapToLong(v -> v).sum());
    assertThat(counted.most()).isEqualTo(sorted.get(sorted.size() - 1));
  }

  /** OpenTelemetry: bucket i holds (base^i, base^(i+1)], base = 2^(1/8). */
  @Property
  void bucketsAreThoseOfOpenTelemetry(@ForAll @LongRange(min = 2, max = 1L << 52) long value) {
    int bucket = LogHistogram.bucket(value);
    assertThat(Math.pow(2, bucket / 8.0)).isLessThan((double) value * (1 + 1e-12));
    assertThat(Math.pow(2, (bucket + 1) / 8.0)).isGreaterThan((double) value * (1 - 1e-12));
  }

  @Test
  void powersOfTwoEndTheirBucket() {
    for (int n = 1; n < 52; n++) {
      assertThat(LogHistogram.bucket(1L << n)).isEqualTo(n * 8 - 1);
      assertThat(LogHistogram.bucket((1L << n) + 1)).isGreaterThanOrEqualTo(n > 10 ? n * 8 : 0);
    }
  }

  @Property
  void togetherAndSinceAreInverse(
      @ForAll List<@LongRange(min = 1, max = 1_000_000) Long> before,
      @ForAll @Size(min = 1) List<@LongRange(min = 1, max = 1_000_000) Long> after) {
    LogHistogram all = new LogHistogram();
    LogHistogram second = new LogHistogram();
    before.forEach(all::record);
    Counted earlier = all.counted();
    after.forEach(all::record);
    after.forEach(second::record);
    Counted since = all.counted().since(earlier);
    assertThat(since.count()).isEqualTo(after.size());
    assertThat(since.sum()).isEqualTo(second.counted().sum());
    assertThat(earlier.plus(second.counted())).isEqualTo(all.counted());
    assertThat(since.percentile(0.5))
        .isCloseTo(second.counted().percentile(0.5), within(0.09 * since.percentile(0.5) + 1));
  }

  @Test
  void aSecondIsASecond() {
    assertThat(Ticks.seconds((double) Ticks.of(1_000_000_000L))).isCloseTo(1, within(1e-6));
    assertThat(Ticks.millis((double) Ticks.of(2_500_000L))).isCloseTo(2.5, within(1e-5));
  }
}
