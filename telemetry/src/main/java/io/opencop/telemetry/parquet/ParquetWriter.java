package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes tables as Parquet files, one after the other. Keeps its buffers (about 50 bytes for each
 * row of a row group, and some MB) from file to file; not thread-safe. Pages go to the channel as
 * they are made: only one column of one row group is held at a time.
 */
public final class ParquetWriter implements AutoCloseable {
  private final Pages pages = new Pages();
  private final Scratch scratch = new Scratch(pages);
  private final Out metadata = new Out();

  /**
   * Writes one file. The channel is neither forced nor closed.
   *
   * @param table the columns
   * @param rows which rows, in which order
   * @param options how
   * @param channel where to
   * @return what was written
   * @throws IOException if the channel fails; what it has taken is no file then
   */
  public FileSummary write(
      Table table, Rows rows, WriteOptions options, WritableByteChannel channel)
      throws IOException {
    List<Column> columns = columns(table, rows, options);
    pages.file(channel);
    pages.write(Format.MAGIC, 0, 4);
    List<List<Chunk>> groups = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += options.rowGroupRows()) {
      Rows group = rows.slice(from, Math.min(rows.size(), from + options.rowGroupRows()));
      scratch.fit(group.size());
      List<Chunk> chunks = new ArrayList<>();
      for (Column column : columns) {
        chunks.add(chunk(column, group, options));
      }
      groups.add(chunks);
    }
    metadata.reset();
    Footer footer = new Footer(metadata);
    footer.write(table.name(), columns, groups, options);
    footer.end();
    pages.write(metadata.buf, 0, metadata.at);
    pages.flush();
    return summary(rows.size(), columns, groups);
  }

  private static List<Column> columns(Table table, Rows rows, WriteOptions options) {
    if (!options.leaveOutAllNull()) {
      return table.columns();
    }
    List<Column> some = table.columns().stream().filter(c -> !c.allNull(rows)).toList();
    return some.isEmpty() ? table.columns().subList(0, 1) : some;
  }

  private Chunk chunk(Column column, Rows rows, WriteOptions options) throws IOException {
    ColumnOptions own = options.of(column.name());
    int level = options.levelOf(column.name());
    Set<String> bloom = options.bloom();
    Rows at = rows;
    Column leaf = column;
    if (column instanceof IndirectColumn indirect) {
      at = indirect.ids().resolve(rows, scratch.resolved);
      leaf = indirect.entries();
    }
    Chunk chunk = new Chunk();
    pages.chunk(chunk, level);
    boolean filter = bloom.contains(column.name());
    int n =
        switch (leaf) {
          case StringColumn c -> {
            int count = StringEncoder.encode(scratch, c, at, chunk, own, level);
            if (filter) {
              StringEncoder.bloom(scratch.bloom, c.dictionary(), scratch.codes, count);
            }
            yield count;
          }
          case LongColumn c -> NumberEncoder.longs(scratch, c, at, chunk, own, level);
          case DoubleColumn c -> NumberEncoder.doubles(scratch, c, at, chunk, own, level);
          case BoolColumn c -> BoolEncoder.encode(scratch, c, at, chunk);
          case FixedColumn c -> IdEncoder.encode(scratch, c, at, chunk, own, level, filter);
          case BytesColumn c -> BytesEncoder.encode(scratch, c, at);
          case IndirectColumn c -> throw new IllegalStateException(c.name() + " is indirect twice");
        };
    chunk.nulls = (long) rows.size() - n;
    if (filter && (leaf instanceof StringColumn || leaf instanceof FixedColumn)) {
      writeBloom(chunk);
    }
    return chunk;
  }

  private void writeBloom(Chunk chunk) throws IOException {
    metadata.reset();
    scratch.bloom.header(new Thrift(metadata));
    chunk.bloomOffset = pages.offset();
    chunk.bloomLength = metadata.at + scratch.bloom.bytes();
    pages.write(metadata.buf, 0, metadata.at);
    pages.write(scratch.bloom.bits, 0, scratch.bloom.bytes());
  }

  private FileSummary summary(long rows, List<Column> columns, List<List<Chunk>> groups) {
    List<ColumnSummary> summaries = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      List<Chunk> chunks = groups.stream().map(group -> group.get(at)).toList();
      summaries.add(Summaries.of(columns.get(i).name(), chunks));
    }
    return new FileSummary(rows, pages.offset(), groups.size(), summaries);
  }

  @Override
  public void close() {
    pages.close();
  }
}
