package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes the file's metadata (FileMetaData in parquet.thrift). */
final class Footer {
  private static final int OPTIONAL = 1;
  private static final int CONVERTED_UTF8 = 0;
  private static final String CREATED_BY = "opencop version 0.1.0";

  private final Out out;
  private final Thrift thrift;

  Footer(Out out) {
    this.out = out;
    this.thrift = new Thrift(out);
  }

  void write(String table, List<Column> columns, List<List<Chunk>> groups, WriteOptions options) {
    thrift.open();
    thrift.i32(1, 2);
    schema(table, columns, options.utcTimes());
    thrift.i64(3, groups.stream().mapToLong(group -> group.getFirst().rows).sum());
    thrift.list(4, Thrift.STRUCT, groups.size());
    for (int i = 0; i < groups.size(); i++) {
      rowGroup(columns, groups.get(i), i, options);
    }
    if (!options.metadata().isEmpty()) {
      thrift.list(5, Thrift.STRUCT, options.metadata().size());
      new TreeMap<>(options.metadata())
          .forEach((key, value) -> {
            thrift.open();
            thrift.string(1, key);
            thrift.string(2, value);
            thrift.close();
          });
    }
    thrift.string(6, CREATED_BY);
    thrift.list(7, Thrift.STRUCT, columns.size());
    for (int i = 0; i < columns.size(); i++) { // bounds are in the order of each column's type
      thrift.open();
      thrift.empty(1);
      thrift.close();
    }
    thrift.close();
  }

  private void schema(String table, List<Column> columns, boolean utc) {
    thrift.list(2, Thrift.STRUCT, columns.size() + 1);
    thrift.open();
    thrift.string(4, table);
    thrift.i32(5, columns.size());
    thrift.close();
    for (Column column : columns) {
      Column leaf = column instanceof IndirectColumn c ? c.entries() : column;
      thrift.open();
      thrift.i32(1, Format.type(leaf));
      if (leaf instanceof FixedColumn fixed) {
        thrift.i32(2, fixed.bytes());
      }
      thrift.i32(3, OPTIONAL);
      thrift.string(4, leaf.name());
      if (leaf instanceof StringColumn
          || (leaf instanceof BytesColumn c && c.kind() == BytesColumn.Kind.TEXT)) {
        thrift.i32(6, CONVERTED_UTF8);
        thrift.struct(10);
        thrift.empty(1);
        thrift.close();
      } else if (leaf instanceof LongColumn c
          && c.logical() == LongColumn.Logical.TIMESTAMP_NANOS) {
        thrift.struct(10);
        thrift.struct(8);
        thrift.bool(1, utc);
        thrift.struct(2);
        thrift.empty(3);
        thrift.close();
        thrift.close();
        thrift.close();
      }
      thrift.close();
    }
  }

  private void rowGroup(
      List<Column> columns, List<Chunk> chunks, int ordinal, WriteOptions options) {
    thrift.open();
    thrift.list(1, Thrift.STRUCT, chunks.size());
    for (int i = 0; i < chunks.size(); i++) {
      thrift.open();
      thrift.i64(2, 0); // deprecated; readers take the offsets of the metadata
      thrift.struct(3);
      chunk(columns.get(i), chunks.get(i));
      thrift.close();
      thrift.close();
    }
    thrift.i64(2, chunks.stream().mapToLong(chunk -> chunk.uncompressed).sum());
    thrift.i64(3, chunks.getFirst().rows);
    List<Integer> sorting = sorting(columns, options.sortedBy());
    if (!sorting.isEmpty()) {
      thrift.list(4, Thrift.STRUCT, sorting.size());
      for (int column : sorting) {
        thrift.open();
        thrift.i32(1, column);
        thrift.bool(2, false);
        thrift.bool(3, true);
        thrift.close();
      }
    }
    thrift.i64(5, chunks.getFirst().start());
    thrift.i64(6, chunks.stream().mapToLong(chunk -> chunk.compressed).sum());
    if (ordinal <= Short.MAX_VALUE) {
      thrift.i16(7, ordinal);
    }
    thrift.close();
  }

  /** Positions of the sorting columns. One left out as all-null changes nothing in the order. */
  private static List<Integer> sorting(List<Column> columns, List<String> sortedBy) {
    List<Integer> positions = new ArrayList<>();
    for (String name : sortedBy) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name)) {
          positions.add(i);
        }
      }
    }
    return positions;
  }

  private void chunk(Column column, Chunk chunk) {
    boolean dictionary = chunk.dictionaryOffset >= 0;
    thrift.i32(1, Format.type(column));
    int[] encodings =
        dictionary
            ? new int[] {Format.PLAIN, Format.RLE, chunk.encoding}
            : chunk.encoding == Format.PLAIN
                ? new int[] {Format.PLAIN, Format.RLE}
                : new int[] {Format.RLE, chunk.encoding};
    thrift.list(2, Thrift.I32, encodings.length);
    for (int encoding : encodings) {
      thrift.rawI32(encoding);
    }
    thrift.list(3, Thrift.BINARY, 1);
    thrift.rawBinary(column.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    thrift.i32(4, chunk.codec);
    thrift.i64(5, chunk.rows);
    thrift.i64(6, chunk.uncompressed);
    thrift.i64(7, chunk.compressed);
    thrift.i64(9, chunk.dataOffset);
    if (dictionary) {
      thrift.i64(11, chunk.dictionaryOffset);
    }
    thrift.struct(12);
    thrift.i64(3, chunk.nulls);
    if (chunk.bounds.known()) {
      thrift.binary(5, chunk.bounds.maxBytes());
      thrift.binary(6, chunk.bounds.minBytes());
      thrift.bool(7, true);
      thrift.bool(8, true);
    }
    thrift.close();
    thrift.list(13, Thrift.STRUCT, dictionary ? 2 : 1);
    if (dictionary) {
      pageStats(Format.DICTIONARY_PAGE, Format.PLAIN, 1);
    }
    pageStats(Format.DATA_PAGE, chunk.encoding, chunk.dataPages);
    if (chunk.bloomOffset >= 0) {
      thrift.i64(14, chunk.bloomOffset);
      thrift.i32(15, chunk.bloomLength);
    }
  }

  private void pageStats(int type, int encoding, int count) {
    thrift.open();
    thrift.i32(1, type);
    thrift.i32(2, encoding);
    thrift.i32(3, count);
    thrift.close();
  }

  /** Length of the metadata and the closing magic. */
  void end() {
    int length = out.at;
    out.i32(length);
    out.bytes(Format.MAGIC, 0, 4);
  }
}
