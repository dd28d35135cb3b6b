package io.opencop.telemetry.store;

import io.opencop.telemetry.index.IndexCodec;
import io.opencop.telemetry.index.SegmentIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index files beside segments. They hold nothing that is not in the segment, so the manifest
 * does not name them: one that is missing, damaged or of another format is made anew from its
 * segment, and until then the segment is read as if it might hold anything. Mapped, not loaded: the
 * filters of a full disk are a quarter of a gigabyte, of which a look touches 32 bytes a segment.
 */
final class SegmentIndexes {
  private static final Logger log = LoggerFactory.getLogger(SegmentIndexes.class);
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-fA-F]{32}");
  private static final List<String> TABLES = List.of("spans", "logs");

  private final SealedFiles files;
  private final Engine engine;
  private final Problems problems;
  private volatile boolean closed;

  SegmentIndexes(SealedFiles files, Engine engine, Problems problems) {
    this.files = files;
    this.engine = engine;
    this.problems = problems;
  }

  static boolean has(String table) {
    return TABLES.contains(table);
  }

  /** Where the index of a segment stands. */
  static Path path(Path segment) {
    return segment.resolveSibling(name(segment.getFileName().toString()));
  }

  static String name(String segment) {
    return "index-" + segment.replaceAll("\\.parquet$", "") + ".bin";
  }

  /** Writes the index of a segment and forces it; the folder is the caller's to force. */
  static void write(SealedFiles files, String segment, SegmentIndex index, long rows, long bytes)
      throws IOException {
    ByteBuffer encoded = IndexCodec.encode(index, rows, bytes);
    files.write(name(segment), out -> out.write(encoded));
  }

  /** Null where nothing is known, so that the file must be read. */
  SegmentIndex of(DataFile file) {
    SegmentIndex known = file.index();
    if (known != null || file.unindexed() || !has(file.table())) {
      return known;
    }
    try (FileChannel in = FileChannel.open(path(file.path()), StandardOpenOption.READ)) {
      ByteBuffer mapped = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
      SegmentIndex index = IndexCodec.decode(mapped, file.rows(), file.bytes());
      file.indexed(index);
      return index;
    } catch (NoSuchFileException missing) {
      file.indexed(null); // of a store that an older program wrote
    } catch (IOException e) {
      file.indexed(null);
      log.warn("{}: {}; it is made anew", path(file.path()), e.getMessage());
      problems.report("index_damaged", path(file.path()).toString());
    }
    return null;
  }

  /**
   * Those of the files that may hold rows of one of the traces.
   *
   * @param traceIds 32 hex digits each; where one is anything else, all files
   */
  List<DataFile> holding(List<DataFile> files, Collection<String> traceIds) {
    long[] ids = new long[2 * traceIds.size()];
    int n = 0;
    for (String id : traceIds) {
      if (!TRACE_ID.matcher(id).matches()) {
        return files;
      }
      ids[n++] = Long.parseUnsignedLong(id, 0, 16, 16);
      ids[n++] = Long.parseUnsignedLong(id, 16, 32, 16);
    }
    return files.stream().filter(f -> mayHold(f, ids)).toList();
  }

  private boolean mayHold(DataFile file, long[] ids) {
    SegmentIndex index = of(file);
    for (int i = 0; index != null && i < ids.length; i += 2) {
      if (index.traces().mayHold(ids[i], ids[i + 1])) {
        return true;
      }
    }
    return index == null;
  }

  /**
   * Reads all indexes, the newest first, so that questions find them checked, and makes what is
   * missing.
   */
  void catchUp(Slices slices) throws IOException {
    try (Snapshot sealed = slices.sealedFiles(TABLES)) {
      List<DataFile> newest = new ArrayList<>(sealed.files());
      newest.sort(Comparator.comparingLong(DataFile::maxNanos).reversed());
      for (DataFile file : newest) {
        if (!closed && of(file) == null) {
          make(file);
        }
      }
    }
  }

  private void make(DataFile file) throws IOException {
    try {
      SegmentIndex index = read(file.path(), file.columns());
      write(files, file.path().getFileName().toString(), index, file.rows(), file.bytes());
      file.indexed(index);
    } catch (Engine.QueryException e) {
      if (!closed) {
        log.warn("no index of {}: {}", file.path(), e.getMessage());
      }
    }
  }

  /** The index of a segment, from its rows. */
  SegmentIndex read(Path segment, Iterable<String> columns) {
    SegmentIndex.Gathering index = new SegmentIndex.Gathering();
    String from = " FROM read_parquet(" + Sql.quote(segment.toString()) + ") WHERE ";
    for (String column : columns) {
      if (column.equals("trace_id")) {
        engine.query(
            "SELECT DISTINCT hex(trace_id)" + from + "trace_id IS NOT NULL",
            List.of(),
            r -> {
              String id = r.getString(1);
              index.trace(
                  Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16));
            });
      } else if (column.equals("session.id")) {
        engine.query(
            "SELECT \"session.id\", min(epoch_ns(start_time)), max(epoch_ns(start_time))"
                + from
                + "\"session.id\" IS NOT NULL GROUP BY 1",
            List.of(),
            r -> index.session(r.getString(1), r.getLong(2), r.getLong(3)));
      }
    }
    return index.done();
  }

  /** Bytes of the index files of these segments. */
  static long bytes(Path dir, List<Manifest.Segment> segments) {
    long bytes = 0;
    for (Manifest.Segment s : segments) {
      bytes += has(s.table()) ? dir.resolve(name(s.file())).toFile().length() : 0;
    }
    return bytes;
  }

  /** No more indexes are made: the engine is about to go. */
  void close() {
    closed = true;
  }
}
