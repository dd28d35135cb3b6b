package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A table with columns of every kind, and beside it the same values as plain objects in the form in
 * which {@link #select()} makes DuckDB return them.
 */
final class RandomTable {
  private static final String[] WORDS = {
    "", "a", "GET /cart", "주문 처리", "🙂🙃", "nul\0inside", "\"quoted\", 'it''s'", "line\nbreak", "é"
  };

  private final Random random;
  private final int rows;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> select = new ArrayList<>();
  private final List<Object[]> values = new ArrayList<>();

  RandomTable(Random random, int rows) {
    this.random = random;
    this.rows = rows;
    for (int nulls = 0; nulls <= 4; nulls += 2) { // none, half, all
      strings("few" + nulls, nulls, () -> WORDS[random.nextInt(WORDS.length)]);
      strings("many" + nulls, nulls, () -> "v" + random.nextInt(Math.max(1, rows / 4)));
      strings("all_different" + nulls, nulls, () -> Long.toHexString(random.nextLong()));
      bytes("body" + nulls, nulls);
      blobs("blob" + nulls, nulls);
      longs("wild" + nulls, nulls, LongColumn.Logical.INT64, () -> edge(random.nextLong()));
      longs("steady" + nulls, nulls, LongColumn.Logical.INT64, () -> 7L * values.size());
      longs("small" + nulls, nulls, LongColumn.Logical.INT32, () -> (long) random.nextInt(5));
      longs("int" + nulls, nulls, LongColumn.Logical.INT32, () -> (long) random.nextInt());
      times("time" + nulls, nulls);
      doubles("double" + nulls, nulls);
      bools("bool" + nulls, nulls);
      ids("trace" + nulls, nulls, 16, Math.max(1, rows / 8));
      ids("span" + nulls, nulls, 8, Integer.MAX_VALUE);
      ids("parent" + nulls, nulls, 8, Math.max(1, rows / 8));
    }
    entries();
  }

  Table table() {
    return new Table("random", columns, rows);
  }

  int size() {
    return columns.size();
  }

  String name(int column) {
    return columns.get(column).name();
  }

  Object value(int column, int row) {
    return values.get(column)[row];
  }

  String select() {
    return String.join(", ", select);
  }

  private interface Source<T> {
    T next();
  }

  private boolean isNull(int nulls) {
    return random.nextInt(4) < nulls;
  }

  private long edge(long value) {
    return switch (random.nextInt(8)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> 0;
      case 3 -> -1;
      default -> value;
    };
  }

  private Object[] add(Column column, String selected) {
    columns.add(column);
    select.add(selected);
    Object[] own = new Object[rows];
    values.add(own);
    return own;
  }

  private void strings(String name, int nulls, Source<String> source) {
    StringColumn column = new StringColumn(name);
    Object[] own = add(column, name);
    for (int row = 0; row < rows; row++) {
      String value = isNull(nulls) ? null : source.next();
      column.set(row, value);
      own[row] = value;
    }
  }

  private void bytes(String name, int nulls) {
    BytesColumn column = new BytesColumn(name, BytesColumn.Kind.TEXT);
    Object[] own = add(column, name);
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        String value = WORDS[random.nextInt(WORDS.length)].repeat(random.nextInt(20));
        column.set(row, value);
        own[row] = value;
      }
    }
  }

  private void blobs(String name, int nulls) {
    BytesColumn column = new BytesColumn(name, BytesColumn.Kind.BINARY);
    Object[] own = add(column, "lower(hex(" + name + "))");
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        byte[] value = new byte[random.nextInt(9)];
        random.nextBytes(value);
        column.set(row, value, 0, value.length);
        own[row] = HexFormat.of().formatHex(value);
      }
    }
  }

  private void longs(String name, int nulls, LongColumn.Logical logical, Source<Long> source) {
    LongColumn column = new LongColumn(name, logical);
    Object[] own = add(column, name + "::BIGINT");
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        long value = source.next();
        column.set(row, value);
        own[row] = value;
      }
    }
  }

  private void times(String name, int nulls) {
    LongColumn column = new LongColumn(name, LongColumn.Logical.TIMESTAMP_NANOS);
    Object[] own = add(column, "epoch_ns(" + name + ")");
    long now = 1_700_000_000_000_000_000L;
    for (int row = 0; row < rows; row++) {
      now += random.nextInt(50_000_000);
      if (!isNull(nulls)) {
        long value = random.nextInt(100) == 0 ? random.nextLong(4_000_000_000L) : now;
        column.set(row, value);
        own[row] = value;
      }
    }
  }

  private void doubles(String name, int nulls) {
    DoubleColumn column = new DoubleColumn(name);
    Object[] own = add(column, name);
    double[] special = {0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1};
    boolean plain = random.nextBoolean();
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        double value = plain ? random.nextGaussian() : special[random.nextInt(special.length)];
        column.set(row, value);
        own[row] = value;
      }
    }
  }

  private void bools(String name, int nulls) {
    BoolColumn column = new BoolColumn(name);
    Object[] own = add(column, name);
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        boolean value = random.nextBoolean();
        column.set(row, value);
        own[row] = value;
      }
    }
  }

  private void ids(String name, int nulls, int bytes, int different) {
    FixedColumn column = new FixedColumn(name, bytes);
    Object[] own = add(column, "lower(hex(" + name + "))");
    for (int row = 0; row < rows; row++) {
      if (!isNull(nulls)) {
        long low =
            different == Integer.MAX_VALUE
                ? random.nextLong() | 1
                : (1 + random.nextInt(different)) * 0x9e3779b97f4a7c15L;
        if (bytes == 16) {
          column.set(row, low >> 3, low);
          own[row] = HexFormat.of().toHexDigits(low >> 3) + HexFormat.of().toHexDigits(low);
        } else {
          column.set(row, low);
          own[row] = HexFormat.of().toHexDigits(low);
        }
      }
    }
  }

  private void entries() {
    RowIds ids = new RowIds();
    StringColumn service = new StringColumn("service.name");
    LongColumn pid = new LongColumn("process.pid", LongColumn.Logical.INT64);
    Object[] services = add(new IndirectColumn(ids, service), "\"service.name\"");
    Object[] pids = add(new IndirectColumn(ids, pid), "\"process.pid\"");
    for (int entry = 1; entry < 6; entry++) {
      service.set(entry, entry == 3 ? null : "서비스-" + entry);
      if (entry != 4) {
        pid.set(entry, entry * 100L);
      }
    }
    for (int row = 0; row < rows; row++) {
      int entry = random.nextInt(6);
      ids.set(row, entry);
      services[row] = service.get(entry);
      pids[row] = pid.has(entry) ? pid.get(entry) : null;
    }
  }
}
