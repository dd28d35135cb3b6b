package io.opencop.telemetry.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.io.RandomAccessFile;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Readers skip what cannot match. To see that they really do, the pages to be skipped are
 * overwritten with rubbish: whoever reads them fails.
 */
class SkippingTest {
  private static final int GROUP = 5_000;
  private static final long BASE = 1_760_000_000_000_000_000L;
  private static final WriteOptions OPTIONS =
      WriteOptions.sealed().withRowGroupRows(GROUP).withSortedBy("service.name", "time");

  private ParquetFiles files;

  @BeforeEach
  void open() {
    files = new ParquetFiles();
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  /** Two row groups: service a then b, times and numbers rising through both. */
  private Table table() {
    StringColumn service = new StringColumn("service.name");
    LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
    LongColumn number = new LongColumn("number", LongColumn.Logical.INT32);
    DoubleColumn value = new DoubleColumn("value");
    FixedColumn trace = new FixedColumn("trace_id", 16);
    Random random = new Random(5);
    for (int row = 0; row < 2 * GROUP; row++) {
      service.set(row, row < GROUP ? "가게" : "주문");
      time.set(row, BASE + row * 1_000_000L);
      number.set(row, row - GROUP);
      value.set(row, (row - GROUP) / 8.0);
      trace.set(row, random.nextLong(), random.nextLong());
    }
    return new Table("spans", List.of(service, time, number, value, trace), 2 * GROUP);
  }

  private void spoil(ParquetFiles.File file, int group, String column) throws Exception {
    List<Object> at =
        files
            .query(
                "SELECT coalesce(dictionary_page_offset, data_page_offset), total_compressed_size"
                    + " FROM parquet_metadata('"
                    + file.path()
                    + "') WHERE row_group_id = "
                    + group
                    + " AND path_in_schema = '"
                    + column
                    + "'")
            .getFirst();
    try (RandomAccessFile raw = new RandomAccessFile(file.path().toFile(), "rw")) {
      raw.seek((Long) at.get(0));
      byte[] rubbish = new byte[(int) (long) (Long) at.get(1)];
      java.util.Arrays.fill(rubbish, (byte) 0xee);
      raw.write(rubbish);
    }
  }

  private void readsOnlyTheSecondGroup(String column, String filter) throws Exception {
    ParquetFiles.File file = files.write(table(), table().all(), OPTIONS);
    spoil(file, 0, column);
    String sql = "SELECT count(*) FROM " + file.from() + " WHERE ";
    assertThat((Long) files.value(sql + filter)).isGreaterThan(0L);
    assertThatThrownBy(
            () -> files.value("SELECT bit_xor(hash(\"" + column + "\")) FROM " + file.from()))
        .as("the rubbish is noticed when it is read")
        .isInstanceOf(java.sql.SQLException.class);
  }

  @Test
  void skipsByText() throws Exception {
    readsOnlyTheSecondGroup("service.name", "\"service.name\" = '주문'");
  }

  @Test
  void skipsByTime() throws Exception {
    readsOnlyTheSecondGroup(
        "time", "time >= make_timestamp_ns(" + (BASE + GROUP * 1_000_000L) + ")");
  }

  @Test
  void skipsByInteger() throws Exception {
    readsOnlyTheSecondGroup("number", "number >= 0");
  }

  @Test
  void skipsByDouble() throws Exception {
    readsOnlyTheSecondGroup("value", "value > 0.0");
  }

  @Test
  void statisticsAreExact() throws Exception {
    ParquetFiles.File file = files.write(table(), table().all(), OPTIONS);
    assertThat(
            files.query(
                "SELECT stats_min_value, stats_max_value, stats_null_count, row_group_num_rows FROM"
                    + " parquet_metadata('"
                    + file.path()
                    + "') WHERE path_in_schema IN"
                    + " ('service.name', 'number', 'value') ORDER BY row_group_id, column_id"))
        .containsExactly(
            List.of("가게", "가게", 0L, (long) GROUP),
            List.of("-5000", "-1", 0L, (long) GROUP),
            List.of("-625.0", "-0.125", 0L, (long) GROUP),
            List.of("주문", "주문", 0L, (long) GROUP),
            List.of("0", "4999", 0L, (long) GROUP),
            List.of("-0.0", "624.875", 0L, (long) GROUP));
    List<ColumnSummary> columns = file.summary().columns();
    assertThat(columns.get(0).min()).isEqualTo("가게");
    assertThat(columns.get(0).max()).isEqualTo("주문");
    assertThat(columns.get(1).min()).isEqualTo(BASE);
    assertThat(columns.get(1).max()).isEqualTo(BASE + (2 * GROUP - 1) * 1_000_000L);
    assertThat(columns.get(4).min()).isNull();
  }

  @Test
  void bloomFilterFindsEveryIdAndHardlyAnyOther() throws Exception {
    Table table = table();
    FixedColumn trace = (FixedColumn) table.column("trace_id");
    ParquetFiles.File file = files.write(table, table.all(), OPTIONS.withBloom("trace_id"));
    for (int row = 0; row < 2 * GROUP; row += 501) {
      assertThat(excluded(file, trace.high(row), trace.low(row))).contains(row < GROUP ? "1" : "0");
      assertThat(excluded(file, trace.high(row), trace.low(row)))
          .doesNotContain(row < GROUP ? "0" : "1");
    }
    Random random = new Random(6);
    int wrong = 0;
    for (int i = 0; i < 300; i++) {
      wrong += 2 - excluded(file, random.nextLong(), random.nextLong()).size();
    }
    assertThat(wrong).as("of 600 probes").isLessThan(12);
  }

  @Test
  void bloomFilterSparesReadingTheIds() throws Exception {
    Table table = table();
    ParquetFiles.File file = files.write(table, table.all(), OPTIONS.withBloom("trace_id"));
    FixedColumn trace = (FixedColumn) table.column("trace_id");
    spoil(file, 0, "trace_id");
    String id =
        HexFormat.of().toHexDigits(trace.high(GROUP + 7))
            + HexFormat.of().toHexDigits(trace.low(GROUP + 7));
    assertThat(
            files.query(
                "SELECT number FROM " + file.from() + " WHERE trace_id = from_hex('" + id + "')"))
        .containsExactly(List.of(7));
  }

  /** The row groups that the filter rules out. */
  private List<String> excluded(ParquetFiles.File file, long high, long low) throws Exception {
    String id = HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    return files
        .query(
            "SELECT row_group_id::VARCHAR FROM parquet_bloom_probe('"
                + file.path()
                + "', 'trace_id', from_hex('"
                + id
                + "')) WHERE bloom_filter_excludes")
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }
}
