package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.TraceAssembler;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.journal.RealFileLayer;
import io.opencop.telemetry.parquet.FileSummary;
import io.opencop.telemetry.parquet.ParquetWriter;
import io.opencop.telemetry.parquet.WriteOptions;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.rollup.RollupRehearsal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the first questions before a person does, in the background and once a process: about rows
 * and roll-ups of its own until this program's code is compiled and the engine's is paged in, then
 * once about the last hour of the store.
 */
final class Rehearsal {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
  private static final AtomicBoolean HELD = new AtomicBoolean();

  /** Receiving comes first after a start. */
  private static final Duration AFTER = Duration.ofMillis(1_500);

  private static final Duration LONGEST = Duration.ofMillis(1_200);
  private static final int ROUNDS = 12;
  private static final int ROWS = 4_096;

  private final Engine engine;
  private final Path dir;
  private final Runnable firstQuestion;
  private Thread thread;
  private volatile boolean closed;

  /**
   * @param dir for its own file, which it deletes
   * @param firstQuestion of a person who opens the console, asked of the store itself
   */
  Rehearsal(Engine engine, Path dir, Runnable firstQuestion) {
    this.firstQuestion = firstQuestion;
    this.engine = engine;
    this.dir = dir;
  }

  void start() {
    if (HELD.compareAndSet(false, true)) {
      thread = Thread.ofPlatform().name("store-rehearsal").daemon().start(this::run);
    }
  }

  /** Waits for the question that is being asked. */
  void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(LONGEST);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    try {
      Thread.sleep(AFTER);
      hold();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        log.warn("the first questions will take longer: {}", e.toString());
      }
    }
  }

  /** All of it, now. */
  void hold() throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    RollupRehearsal.run(() -> !closed && System.nanoTime() < end);
    Path path = dir.resolve("rehearsal.parquet");
    Instant now = Instant.now();
    TimeRange hour = TimeRange.last(Duration.ofHours(1), now);
    try {
      DataFile file = write(path, Nanos.of(hour.from()));
      Snapshot snapshot =
          new Snapshot(List.of(file), List.of(), List.of(), List.of(), true, Manifest.empty());
      SealedFiles files = new SealedFiles(new RealFileLayer(), dir);
      SpanReads spans =
          new SpanReads(
              engine,
              new SegmentIndexes(files, engine, new Problems()),
              Catalogues.create(),
              TraceAssembler.MAX_SPANS);
      TraceQuery query =
          new TraceQuery(
              hour,
              "s1",
              null,
              null,
              null,
              null,
              null,
              List.of(),
              TraceQuery.Order.NEWEST,
              50,
              null);
      for (int i = 0; i < ROUNDS && !closed; i++) {
        spans.search(snapshot, query, new Reading());
        spans.trace(snapshot, "%032x".formatted(1 + i), null, new Reading());
      }
    } finally {
      Files.deleteIfExists(path);
    }
    if (!closed) {
      firstQuestion.run();
    }
  }

  private static DataFile write(Path path, long from) throws IOException {
    FixedColumn trace = new FixedColumn("trace_id", 16);
    FixedColumn span = new FixedColumn("span_id", 8);
    StringColumn service = new StringColumn("service.name");
    StringColumn name = new StringColumn("name");
    LongColumn kind = new LongColumn("kind", LongColumn.Logical.INT32);
    LongColumn start = new LongColumn("start_time", LongColumn.Logical.TIMESTAMP_NANOS);
    LongColumn duration = new LongColumn("duration_ns", LongColumn.Logical.INT64);
    LongColumn status = new LongColumn("status_code", LongColumn.Logical.INT32);
    for (int row = 0; row < ROWS; row++) {
      trace.set(row, 0, 1 + row / 8);
      span.set(row, 1 + row);
      service.set(row, "s" + row % 8);
      name.set(row, "GET /" + row % 50);
      kind.set(row, 2);
      start.set(row, from + row * 1_000_000L);
      duration.set(row, 1_000_000L + row);
      status.set(row, 0);
    }
    List<Column> columns = List.of(trace, span, service, name, kind, start, duration, status);
    Table table = new Table("spans", columns, ROWS);
    WriteOptions options = WriteOptions.sealed().withLevel(1).withBloom("trace_id");
    try (ParquetWriter writer = new ParquetWriter();
        FileChannel out =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      FileSummary written = writer.write(table, table.all(), options, out);
      return new DataFile(
          path,
          "spans",
          ROWS,
          from,
          from + ROWS * 1_000_000L,
          written.bytes(),
          HotFiles.columnNames(written),
          Files::deleteIfExists);
    }
  }
}
