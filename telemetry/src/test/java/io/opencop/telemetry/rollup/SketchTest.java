package io.opencop.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SketchTest {
  @Property
  void bucketHoldsItsValue(@ForAll @LongRange(min = 0) long nanos) {
    int bucket = Buckets.index(nanos);
    assertThat(Buckets.lower(bucket)).isLessThanOrEqualTo(nanos);
    assertThat(bucket).isLessThan(Buckets.COUNT);
    if (Buckets.lower(bucket + 1) < Long.MAX_VALUE) {
      assertThat(Buckets.lower(bucket + 1)).isGreaterThan(nanos);
    }
  }

  @Property
  void quantileIsWithinOnePercent(
      @ForAll @Size(min = 1, max = 500) long[] raw, @ForAll @LongRange(max = 100) long percent) {
    long[] values = Arrays.stream(raw).map(v -> Math.floorMod(v, 60_000_000_000L)).toArray();
    Sketch sketch = new Sketch();
    for (long v : values) {
      sketch.add(Buckets.index(v), 1);
    }
    Arrays.sort(values);
    int rank = Math.max(1, (int) Math.ceil(percent / 100.0 * values.length));
    double exact = values[rank - 1] / 1e6;
    double said = sketch.quantileMs(percent / 100.0);
    assertThat(Math.abs(said - exact)).isLessThanOrEqualTo(exact * 0.01);
  }

  @Property
  void storedFormKeepsEveryCount(@ForAll @Size(max = 300) long[] values) {
    Sketch before = new Sketch();
    char[] buckets = new char[values.length];
    for (int i = 0; i < values.length; i++) {
      buckets[i] = (char) Buckets.index(values[i]);
      before.add(buckets[i], 1);
    }
    for (ByteArrayOutputStream out : new ByteArrayOutputStream[] {list(buckets), wide(before)}) {
      Sketch after = new Sketch();
      SketchCodec.decode(out.toByteArray(), 0, out.size(), after);
      assertThat(after.total()).isEqualTo(before.total());
      before.forEach((bucket, n) -> assertThat(after.count(bucket)).isEqualTo(n));
    }
  }

  @Test
  void emptySketchHasNoPercentile() {
    assertThat(new Sketch().quantileMs(0.5)).isNull();
  }

  private static ByteArrayOutputStream list(char[] buckets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SketchCodec.encode(buckets.clone(), buckets.length, out);
    return out;
  }

  private static ByteArrayOutputStream wide(Sketch sketch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SketchCodec.encode(sketch, out);
    return out;
  }
}
