package io.opencop.telemetry.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowOrderTest {
  @Property(tries = 300)
  void sortsByTextThenTimeAndKeepsTies(
      @ForAll Random random, @ForAll @IntRange(max = 400) int rows, @ForAll boolean nulls) {
    StringColumn service = new StringColumn("service.name");
    LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
    long base = random.nextInt(3) == 0 ? Long.MIN_VALUE : 1_700_000_000_000_000_000L;
    long spread = random.nextBoolean() ? 8 : Long.MAX_VALUE / 4;
    for (int row = 0; row < rows; row++) {
      if (random.nextInt(5) > 0) {
        service.set(row, "s" + random.nextInt(4));
      }
      if (!nulls || random.nextInt(5) > 0) {
        time.set(row, base + random.nextLong(spread));
      }
    }
    Comparator<Integer> byService =
        Comparator.comparing(service::get, Comparator.nullsFirst(Comparator.naturalOrder()));
    Comparator<Integer> byTime =
        Comparator.comparing(
            row -> time.has(row) ? time.get(row) : null,
            Comparator.nullsFirst(Comparator.naturalOrder()));
    Rows.Range all = new Rows.Range(rows / 3, rows);
    int[] expected =
        IntStream.range(rows / 3, rows)
            .boxed()
            .sorted(byService.thenComparing(byTime))
            .mapToInt(row -> row)
            .toArray();

    Rows.Order sorted =
        RowOrder.sort(all, RowOrder.Key.text(service), new RowOrder.Key.Longs(time));
    assertThat(sorted.permutation()).isEqualTo(expected);

    Rows.Order again = RowOrder.sort(sorted, RowOrder.Key.text(service));
    assertThat(again.permutation()).isEqualTo(expected);
  }

  @Property(tries = 50)
  void sortsByTextOfTheEntry(@ForAll Random random) {
    StringColumn services = new StringColumn("service.name");
    services.set(1, "pay");
    services.set(2, "cart");
    RowIds ids = new RowIds();
    int[] entries = new int[100];
    for (int row = 0; row < 100; row++) {
      entries[row] = random.nextInt(3);
      ids.set(row, entries[row]);
    }
    Rows.Order sorted =
        RowOrder.sort(new Rows.Range(0, 100), RowOrder.Key.text(new IndirectColumn(ids, services)));
    int[] expected =
        IntStream.range(0, 100)
            .boxed()
            .sorted(Comparator.comparingInt(row -> new int[] {0, 2, 1}[entries[row]]))
            .mapToInt(row -> row)
            .toArray();
    assertThat(sorted.permutation()).isEqualTo(expected);
  }
}
