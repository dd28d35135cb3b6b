package io.opencop.telemetry.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.columns.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every value and every null comes back, whatever the types, the encoding and the order. */
class ReadBackTest {
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void anyTable(@ForAll Random random, @ForAll @IntRange(min = 1, max = 700) int rows)
      throws Exception {
    check(random, rows, 1 + random.nextInt(rows + 100));
  }

  @Test
  void oneRow() throws Exception {
    check(new Random(1), 1, 1000);
  }

  @Test
  void rowGroupsAsSmallAsOneRow() throws Exception {
    check(new Random(2), 9, 1);
  }

  @Test
  void manyRows() throws Exception {
    for (WriteOptions options : List.of(WriteOptions.hot(), WriteOptions.sealed())) {
      check(new Random(3), 30_000, options.withRowGroupRows(20_011));
    }
  }

  private static void check(Random random, int rows, int rowGroup) throws Exception {
    WriteOptions options = random.nextBoolean() ? WriteOptions.hot() : WriteOptions.sealed();
    options = options.withRowGroupRows(rowGroup).withLevel(random.nextInt(4));
    check(random, rows, options);
  }

  private static void check(Random random, int rows, WriteOptions base) throws Exception {
    RandomTable table = new RandomTable(random, rows);
    WriteOptions options =
        base.withLeaveOutAllNull(false).withBloom("trace0", "many2", "service.name", "span2");
    ColumnOptions.Encoding[] encodings = ColumnOptions.Encoding.values();
    for (int i = 0; i < table.size(); i++) {
      if (random.nextInt(4) == 0) {
        ColumnOptions.Encoding encoding = encodings[random.nextInt(encodings.length)];
        options = options.withColumn(table.name(i), ColumnOptions.encoding(encoding));
      }
    }
    Rows wanted = wanted(random, rows);
    try (ParquetFiles files = new ParquetFiles()) {
      var file = files.write(table.table(), wanted, options);
      List<List<Object>> got = files.query("SELECT " + table.select() + " FROM " + file.from());
      assertThat(got).hasSize(wanted.size());
      for (int column = 0; column < table.size(); column++) {
        List<Object> expected = new ArrayList<>();
        List<Object> actual = new ArrayList<>();
        long nulls = 0;
        for (int i = 0; i < wanted.size(); i++) {
          Object value = table.value(column, row(wanted, i));
          expected.add(value);
          actual.add(got.get(i).get(column));
          nulls += value == null ? 1 : 0;
        }
        assertThat(actual)
            .as(table.name(column) + " " + options.of(table.name(column)))
            .isEqualTo(expected);
        assertThat(file.summary().columns().get(column).nulls()).isEqualTo(nulls);
      }
    }
  }

  private static Rows wanted(Random random, int rows) {
    if (random.nextBoolean()) {
      int from = random.nextInt(rows);
      return new Rows.Range(from / 2, rows);
    }
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return new Rows.Order(order, 0, rows);
  }

  private static int row(Rows rows, int position) {
    return switch (rows) {
      case Rows.Range(int from, int _) -> from + position;
      case Rows.Order(int[] rowAt, int from, int _) -> rowAt[from + position];
    };
  }
}
