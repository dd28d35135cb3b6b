package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What hot files and seals cost in CPU and bytes, against DuckDB's own COPY of the same rows in the
 * same run, on one thread. Run: {@code WriterBench [repetitions]}.
 */
final class WriterBench {
  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private WriterBench() {}

  /** A piece of work to be measured. */
  private interface Work {
    Object run() throws Exception;
  }

  private record Cost(double threadMicros, double processMicros, Object result) {}

  public static void main(String[] args) throws Exception {
    int repetitions = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    try (ParquetFiles files = new ParquetFiles()) {
      spans(files, repetitions, args.length > 1);
      if (args.length < 2) {
        points(files);
        logs(files);
      }
    }
  }

  /** Median CPU per row of this thread and of the whole process; the first third is warm-up. */
  private static Cost measure(int repetitions, int rows, Work work) throws Exception {
    double[] thread = new double[repetitions];
    double[] process = new double[repetitions];
    Object result = null;
    for (int i = 0; i < repetitions; i++) {
      long t = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long p = PROCESS.getProcessCpuTime();
      result = work.run();
      thread[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t) / 1e3 / rows;
      process[i] = (PROCESS.getProcessCpuTime() - p) / 1e3 / rows;
    }
    return new Cost(median(thread), median(process), result);
  }

  private static double median(double[] values) {
    double[] late = Arrays.copyOfRange(values, values.length / 3, values.length);
    Arrays.sort(late);
    return late[late.length / 2];
  }

  private static void spans(ParquetFiles files, int repetitions, boolean sealOnly)
      throws Exception {
    Table table = BenchTables.spans();
    int rows = table.rows();
    RowOrder.Key service = RowOrder.Key.text((IndirectColumn) table.column("service.name"));
    RowOrder.Key time = new RowOrder.Key.Longs((LongColumn) table.column("start_time"));
    Cost sort = measure(repetitions, rows, () -> RowOrder.sort(table.all(), service, time));
    System.out.printf(
        "row order        %.3f us/span = %.1f ms%n",
        sort.threadMicros, sort.threadMicros * rows / 1000);

    WriteOptions sealed =
        WriteOptions.sealed().withSortedBy("service.name", "start_time").withBloom("trace_id");
    int[][] shapes =
        sealOnly
            ? new int[][] {{1, 122_880}}
            : new int[][] {{1, 122_880}, {1, 262_144}, {1, 524_288}, {3, 122_880}, {3, 524_288}};
    for (int[] shape : shapes) {
      WriteOptions options = sealed.withLevel(shape[0]).withRowGroupRows(shape[1]);
      Cost seal =
          measure(
              repetitions,
              rows,
              () -> write(files, table, RowOrder.sort(table.all(), service, time), options));
      FileSummary summary = (FileSummary) seal.result;
      System.out.printf(
          "seal zstd %d, groups of %,d: %.3f us/span (process %.3f), %.2f B/span%n",
          shape[0],
          shape[1],
          seal.threadMicros,
          seal.processMicros,
          (double) summary.bytes() / rows);
      if (shape[0] == 1 && shape[1] != 262_144) {
        for (ColumnSummary c : summary.columns()) {
          System.out.printf("  %-28s %6.3f B/span%n", c.name(), (double) c.bytes() / rows);
        }
      }
    }
    if (sealOnly) {
      return;
    }
    int chunk = 65_536;
    Cost hot =
        measure(
            repetitions * 4,
            chunk,
            () -> write(files, table, new Rows.Range(chunk, 2 * chunk), WriteOptions.hot()));
    System.out.printf(
        "hot file of %,d: %.3f us/span (process %.3f), %.1f B/span%n",
        chunk,
        hot.threadMicros,
        hot.processMicros,
        (double) ((FileSummary) hot.result).bytes() / chunk);
    duckdb(files, files.write(table, RowOrder.sort(table.all(), service, time), sealed), rows, 5);
  }

  private static FileSummary write(ParquetFiles files, Table table, Rows rows, WriteOptions options)
      throws Exception {
    ParquetFiles.File file = files.write(table, rows, options);
    Files.delete(file.path());
    return file.summary();
  }

  private static void duckdb(ParquetFiles files, ParquetFiles.File file, int rows, int repetitions)
      throws Exception {
    files.execute("CREATE OR REPLACE TABLE t AS FROM " + file.from());
    Path out = files.directory().resolve("duckdb.parquet");
    Cost copy =
        measure(
            repetitions,
            rows,
            () -> {
              files.execute(
                  "COPY t TO '"
                      + out
                      + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)");
              return Files.size(out);
            });
    System.out.printf(
        "duckdb COPY %s: %.3f us/row (process %.3f), %.2f B/row; ours %.2f%n",
        file.path().getFileName(),
        copy.threadMicros,
        copy.processMicros,
        (double) (long) copy.result / rows,
        (double) file.summary().bytes() / rows);
  }

  private static void points(ParquetFiles files) throws Exception {
    Table table = BenchTables.points(20_000, 30);
    for (int level : new int[] {1, 3}) {
      WriteOptions options =
          WriteOptions.sealed().withLevel(level).withSortedBy("series_id", "time");
      Cost cost = measure(8, table.rows(), () -> write(files, table, table.all(), options));
      FileSummary summary = (FileSummary) cost.result;
      System.out.printf(
          "points zstd %d: %.3f us/point, %.3f B/point%n",
          level, cost.threadMicros, (double) summary.bytes() / table.rows());
      for (ColumnSummary c : summary.columns()) {
        System.out.printf("  %-28s %6.3f B/point%n", c.name(), (double) c.bytes() / table.rows());
      }
    }
    duckdb(files, files.write(table, table.all(), WriteOptions.sealed()), table.rows(), 4);
  }

  private static void logs(ParquetFiles files) throws Exception {
    Table table = BenchTables.logs(300_000);
    long raw = ((BytesColumn) table.column("body")).bytes();
    RowOrder.Key service = RowOrder.Key.text((StringColumn) table.column("service.name"));
    RowOrder.Key time = new RowOrder.Key.Longs((LongColumn) table.column("time"));
    RowOrder.Key template = new RowOrder.Key.Longs((LongColumn) table.column("template_id"));
    for (boolean byTemplate : new boolean[] {false, true}) {
      Rows order =
          byTemplate
              ? RowOrder.sort(table.all(), service, template, time)
              : RowOrder.sort(table.all(), service, time);
      for (int level : new int[] {1, 3, 6, 9}) {
        WriteOptions options = WriteOptions.sealed().withColumn("body", ColumnOptions.level(level));
        Cost cost = measure(4, table.rows(), () -> write(files, table, order, options));
        FileSummary summary = (FileSummary) cost.result;
        System.out.printf(
            "logs by %s, body zstd %d: %.3f us/record, body %.1fx (%.1f -> %.2f B), file %.2f B/record%n",
            byTemplate ? "service, template, time" : "service, time",
            level,
            cost.threadMicros,
            (double) raw / summary.columns().get(3).bytes(),
            (double) raw / table.rows(),
            (double) summary.columns().get(3).bytes() / table.rows(),
            (double) summary.bytes() / table.rows());
      }
    }
    duckdb(
        files,
        files.write(table, RowOrder.sort(table.all(), service, time), WriteOptions.sealed()),
        table.rows(),
        3);
  }
}
