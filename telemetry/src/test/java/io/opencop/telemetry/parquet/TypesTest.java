package io.opencop.telemetry.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesTest {
  @Test
  void everyColumnHasTheTypeThatReadersExpect() throws Exception {
    Table table =
        new Table(
            "spans",
            List.of(
                new StringColumn("text"),
                new BytesColumn("body", BytesColumn.Kind.TEXT),
                new BytesColumn("blob", BytesColumn.Kind.BINARY),
                new LongColumn("long", LongColumn.Logical.INT64),
                new LongColumn("int", LongColumn.Logical.INT32),
                new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS),
                new DoubleColumn("double"),
                new BoolColumn("bool"),
                new FixedColumn("trace_id", 16),
                new FixedColumn("span_id", 8)),
            0);
    try (ParquetFiles files = new ParquetFiles()) {
      var file = files.write(table, table.all(), WriteOptions.sealed().withLeaveOutAllNull(false));
      assertThat(
              files.query(
                  "SELECT column_name, column_type FROM (DESCRIBE FROM " + file.from() + ")"))
          .containsExactly(
              List.of("text", "VARCHAR"),
              List.of("body", "VARCHAR"),
              List.of("blob", "BLOB"),
              List.of("long", "BIGINT"),
              List.of("int", "INTEGER"),
              List.of("time", "TIMESTAMP_NS"),
              List.of("double", "DOUBLE"),
              List.of("bool", "BOOLEAN"),
              List.of("trace_id", "BLOB"),
              List.of("span_id", "BLOB"));
      assertThat(files.value("SELECT count(*) FROM " + file.from())).isEqualTo(0L);
    }
  }

  @Test
  void timesKeepTheirNanoseconds() throws Exception {
    LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
    time.set(0, 1_700_000_000_123_456_789L);
    Table table = new Table("spans", List.of(time), 1);
    try (ParquetFiles files = new ParquetFiles()) {
      for (boolean utc : new boolean[] {false, true}) {
        var file = files.write(table, table.all(), WriteOptions.sealed().withUtcTimes(utc));
        assertThat(files.query("SELECT epoch_ns(time), typeof(time) FROM " + file.from()))
            .containsExactly(
                List.of(1_700_000_000_123_456_789L, utc ? "TIMESTAMPTZ_NS" : "TIMESTAMP_NS"));
      }
    }
  }
}
