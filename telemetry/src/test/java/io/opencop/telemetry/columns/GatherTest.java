package io.opencop.telemetry.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is gathered from a column equals what was written, for ranges and for orders. */
class GatherTest {
  private static final int TRIES = 300;

  @Property(tries = TRIES)
  void longs(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    LongColumn column = new LongColumn("n", LongColumn.Logical.INT64);
    Long[] values = values(random, rows, _ -> random.nextLong());
    each(values, column::set);
    Rows wanted = wanted(random, rows);
    long[] out = new long[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    int n = column.gather(wanted, out, present);
    check(values, wanted, column, present, Arrays.stream(out, 0, n).boxed().toList());
  }

  @Property(tries = TRIES)
  void strings(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    StringColumn column = new StringColumn("s");
    String[] values = new String[rows];
    Arrays.setAll(values, _ -> random.nextBoolean() ? null : "v" + random.nextInt(20));
    each(values, column::set);
    Rows wanted = wanted(random, rows);
    int[] out = new int[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    int n = column.gather(wanted, out, present);
    List<String> got = Arrays.stream(out, 0, n).mapToObj(column.dictionary()::text).toList();
    check(values, wanted, column, present, got);
  }

  @Property(tries = TRIES)
  void truths(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    BoolColumn column = new BoolColumn("b");
    Boolean[] values = new Boolean[rows];
    Arrays.setAll(values, _ -> random.nextInt(3) == 0 ? null : random.nextBoolean());
    each(values, column::set);
    Rows wanted = wanted(random, rows);
    int[] out = new int[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    int n = column.gather(wanted, out, present);
    List<Boolean> got = Arrays.stream(out, 0, n).mapToObj(code -> code == BoolColumn.TRUE).toList();
    check(values, wanted, column, present, got);
  }

  @Property(tries = TRIES)
  void ids(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    FixedColumn column = new FixedColumn("id", 16);
    Long[] values = values(random, rows, _ -> random.nextLong() | 1);
    each(values, (row, id) -> column.set(row, ~id, id));
    Rows wanted = wanted(random, rows);
    long[] high = new long[wanted.size()];
    long[] low = new long[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    int n = column.gather(wanted, high, low, present);
    check(values, wanted, column, present, Arrays.stream(low, 0, n).boxed().toList());
    for (int i = 0; i < n; i++) {
      assertThat(high[i]).isEqualTo(~low[i]);
    }
  }

  @Property(tries = TRIES)
  void byteStrings(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    BytesColumn column = new BytesColumn("t", BytesColumn.Kind.TEXT);
    String[] values = new String[rows];
    Arrays.setAll(values, _ -> random.nextInt(3) == 0 ? null : "로그 ".repeat(random.nextInt(30)));
    each(values, column::set);
    Rows wanted = wanted(random, rows);
    int[] out = new int[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    int n = column.gather(wanted, out, present);
    List<String> got =
        Arrays.stream(out, 0, n)
            .mapToObj(row -> new String(column.get(row), java.nio.charset.StandardCharsets.UTF_8))
            .toList();
    check(values, wanted, column, present, got);
  }

  @Property(tries = TRIES)
  void valuesOfEntries(@ForAll Random random, @ForAll @IntRange(max = 300) int rows) {
    StringColumn services = new StringColumn("service.name");
    services.set(1, "cart");
    services.set(3, "pay");
    RowIds ids = new RowIds();
    String[] values = new String[rows];
    for (int row = 0; row < rows; row++) {
      int entry = random.nextInt(4);
      ids.set(row, entry);
      values[row] = services.get(entry);
    }
    IndirectColumn column = new IndirectColumn(ids, services);
    Rows wanted = wanted(random, rows);
    int[] out = new int[wanted.size()];
    long[] present = new long[Bits.words(wanted.size())];
    Rows entries = ids.resolve(wanted, new int[wanted.size()]);
    int n = services.gather(entries, out, present);
    List<String> got = Arrays.stream(out, 0, n).mapToObj(services.dictionary()::text).toList();
    check(values, wanted, column, present, got);
  }

  private static Long[] values(Random random, int rows, IntFunction<Long> value) {
    Long[] values = new Long[rows];
    int nulls = random.nextInt(3); // none, some, most
    Arrays.setAll(values, i -> random.nextInt(4) < nulls ? null : value.apply(i));
    return values;
  }

  private interface Setter<T> {
    void set(int row, T value);
  }

  private static <T> void each(T[] values, Setter<T> setter) {
    for (int row = 0; row < values.length; row++) {
      if (values[row] != null) {
        setter.set(row, values[row]);
      }
    }
  }

  private static Rows wanted(Random random, int rows) {
    int from = rows == 0 ? 0 : random.nextInt(rows);
    int to = from + random.nextInt(rows - from + 1);
    if (random.nextBoolean()) {
      return new Rows.Range(0, rows).slice(from, to);
    }
    int[] order = new int[rows];
    Arrays.setAll(order, i -> (int) ((i * 7919L) % Math.max(1, rows)));
    return new Rows.Order(order, 0, rows).slice(from, to);
  }

  private static <T> void check(
      T[] values, Rows wanted, Column column, long[] present, List<T> got) {
    List<T> expected = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      int row =
          switch (wanted) {
            case Rows.Range(int from, int _) -> from + i;
            case Rows.Order(int[] rowAt, int from, int _) -> rowAt[from + i];
          };
      assertThat(Bits.get(present, i)).isEqualTo(values[row] != null);
      if (values[row] != null) {
        expected.add(values[row]);
      }
    }
    assertThat(got).isEqualTo(expected);
    assertThat(column.allNull(wanted)).isEqualTo(expected.isEmpty());
    assertThat(Bits.count(present, 0, wanted.size())).isEqualTo(expected.size());
  }
}
