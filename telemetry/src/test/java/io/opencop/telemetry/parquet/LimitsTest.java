package io.opencop.telemetry.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sizes at which the writer has to do something different. */
class LimitsTest {
  private ParquetFiles files;

  @BeforeEach
  void open() {
    files = new ParquetFiles();
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void hugeTexts() throws Exception {
    StringColumn text = new StringColumn("text");
    BytesColumn body = new BytesColumn("body", BytesColumn.Kind.TEXT);
    int[] lengths = {0, 1, 900_000, 3_000_000, 0, 17_000_000, 500};
    for (int row = 0; row < lengths.length; row++) {
      text.set(row, Integer.toString(row).repeat(lengths[row]));
      body.set(row, "글".repeat(lengths[row]));
    }
    Table table = new Table("huge", List.of(text, body), lengths.length);
    for (WriteOptions options : List.of(WriteOptions.hot(), WriteOptions.sealed())) {
      var file = files.write(table, table.all(), options);
      var got =
          files.query("SELECT length(text), right(text, 1), length(body) FROM " + file.from());
      for (int row = 0; row < lengths.length; row++) {
        assertThat(got.get(row))
            .containsExactly(
                (long) lengths[row],
                lengths[row] == 0 ? "" : Integer.toString(row),
                (long) lengths[row]);
      }
      assertThat(file.summary().columns().getFirst().max()).as("no bounds of huge texts").isNull();
    }
  }

  @Test
  void aDictionaryThatDoesNotPayIsNotWritten() throws Exception {
    StringColumn text = new StringColumn("text");
    StringColumn few = new StringColumn("few");
    Random random = new Random(3);
    for (int row = 0; row < 200_000; row++) {
      text.set(row, Long.toHexString(random.nextLong()));
      few.set(row, "v" + row % 300);
    }
    Table table = new Table("overflow", List.of(text, few), 200_000);
    var file = files.write(table, table.all(), WriteOptions.sealed().withRowGroupRows(150_000));
    assertThat(encodings(file, "text")).allMatch(e -> !e.contains("DICTIONARY"));
    assertThat(encodings(file, "few")).allMatch(e -> e.contains("RLE_DICTIONARY"));
    assertThat(files.value("SELECT count(DISTINCT text) FROM " + file.from())).isEqualTo(200_000L);
    assertThat(
            files.value(
                "SELECT min(n) FROM (SELECT count(*) n FROM " + file.from() + " GROUP BY few)"))
        .isEqualTo(666L);
  }

  private List<String> encodings(ParquetFiles.File file, String column) throws Exception {
    return files
        .query(
            "SELECT encodings::VARCHAR FROM parquet_metadata('"
                + file.path()
                + "') WHERE path_in_schema = '"
                + column
                + "'")
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  @Test
  void everyDictionarySizeAroundAPowerOfTwo() throws Exception {
    for (int size : new int[] {1, 2, 3, 127, 128, 129, 255, 256, 257, 65_535, 65_536, 65_537}) {
      StringColumn text = new StringColumn("text");
      LongColumn number = new LongColumn("number", LongColumn.Logical.INT64);
      int rows = size * 3;
      for (int row = 0; row < rows; row++) {
        int value = (int) (row * 7919L % size);
        text.set(row, "t" + value);
        number.set(row, value);
      }
      Table table = new Table("sizes", List.of(text, number), rows);
      WriteOptions options =
          WriteOptions.sealed()
              .withRowGroupRows(1 << 20)
              .withColumn("number", ColumnOptions.encoding(ColumnOptions.Encoding.DICTIONARY));
      var file = files.write(table, table.all(), options);
      assertThat(
              files.value(
                  "SELECT count(*) FROM "
                      + file.from()
                      + " WHERE text = 't' || number AND number ="
                      + " file_row_number * 7919 % "
                      + size))
          .as("dictionary of " + size)
          .isEqualTo((long) rows);
    }
  }

  @Test
  void columnsWithoutAnyValueAreLeftOut() throws Exception {
    StringColumn none = new StringColumn("none");
    StringColumn late = new StringColumn("late");
    LongColumn number = new LongColumn("number", LongColumn.Logical.INT64);
    for (int row = 0; row < 10; row++) {
      number.set(row, row);
    }
    late.set(9, "x");
    Table table = new Table("sparse", List.of(none, late, number), 10);
    WriteOptions options = WriteOptions.sealed().withMetadata(Map.of("opencop.format", "1"));
    var all = files.write(table, table.all(), options);
    assertThat(all.summary().columns())
        .extracting(ColumnSummary::name)
        .containsExactly("late", "number");
    var first = files.write(table, table.all().slice(0, 9), options);
    assertThat(first.summary().columns()).extracting(ColumnSummary::name).containsExactly("number");
    assertThat(
            files.query(
                "SELECT late, count(*) FROM read_parquet(['"
                    + all.path()
                    + "', '"
                    + first.path()
                    + "'], union_by_name = true) GROUP BY late ORDER BY late NULLS FIRST"))
        .containsExactly(java.util.Arrays.asList(null, 18L), List.of("x", 1L));
    assertThat(
            files.value(
                "SELECT decode(value) FROM parquet_kv_metadata('"
                    + all.path()
                    + "') WHERE decode(key) = 'opencop.format'"))
        .isEqualTo("1");
  }

  @Test
  void noRowsAtAll() throws Exception {
    StringColumn text = new StringColumn("text");
    Table table = new Table("empty", List.of(text), 0);
    var file = files.write(table, table.all(), WriteOptions.sealed());
    assertThat(file.summary().rowGroups()).isZero();
    assertThat(files.query("SELECT text FROM " + file.from())).isEmpty();
  }

  @Test
  void malformedTextDoesNotMakeTheFileUnreadable() throws Exception {
    byte[] cut = "결제 실패".getBytes(StandardCharsets.UTF_8);
    StringColumn text = new StringColumn("text");
    BytesColumn body = new BytesColumn("body", BytesColumn.Kind.TEXT);
    text.set(0, cut, 0, 4);
    body.set(0, cut, 0, 4);
    Table table = new Table("cut", List.of(text, body), 1);
    var file = files.write(table, table.all(), WriteOptions.sealed());
    assertThat(files.query("SELECT text, body FROM " + file.from()))
        .containsExactly(List.of("결\ufffd", "결\ufffd"));
    assertThat(text.dictionary().repaired()).isEqualTo(1);
    assertThat(body.repaired()).isEqualTo(1);
  }
}
