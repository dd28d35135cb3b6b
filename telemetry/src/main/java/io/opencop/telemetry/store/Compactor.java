package io.opencop.telemetry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the small segments a quiet system leaves behind (twelve an hour and signal), so that a
 * week is hundreds of files and not ten thousand. Only neighbours in time are merged, a day at
 * most.
 */
final class Compactor {
  private static final int AT_LEAST = 12;
  private static final long ROWS = 512 * 1024;
  private static final long SMALL = 128 * 1024;
  private static final long DAY = 86_400_000_000_000L;

  private final SealedFiles files;
  private final Engine engine;
  private final SegmentIndexes indexes;
  private final int compression;

  Compactor(SealedFiles files, Engine engine, SegmentIndexes indexes, int compression) {
    this.indexes = indexes;
    this.files = files;
    this.engine = engine;
    this.compression = compression;
  }

  /** Segments worth merging into one: of one table, small, close in time; empty where none are. */
  List<Manifest.Segment> choose(List<Manifest.Segment> all) {
    Map<String, List<Manifest.Segment>> byTable = new HashMap<>();
    for (Manifest.Segment s : all) {
      if (s.rows() < SMALL && s.maxNanos() - s.minNanos() < DAY) {
        byTable.computeIfAbsent(s.table(), t -> new ArrayList<>()).add(s);
      }
    }
    for (List<Manifest.Segment> small : byTable.values()) {
      small.sort(Comparator.comparingLong(Manifest.Segment::minNanos));
      List<Manifest.Segment> run = new ArrayList<>();
      long rows = 0;
      for (Manifest.Segment s : small) {
        boolean fits =
            rows + s.rows() <= ROWS
                && (run.isEmpty() || s.maxNanos() - run.getFirst().minNanos() < DAY);
        if (!fits) {
          if (run.size() >= AT_LEAST) {
            return run;
          }
          run = new ArrayList<>();
          rows = 0;
        }
        run.add(s);
        rows += s.rows();
      }
      if (run.size() >= AT_LEAST) {
        return run;
      }
    }
    return List.of();
  }

  Manifest.Segment merge(List<Manifest.Segment> parts) throws IOException {
    Manifest.Segment first = parts.getFirst();
    String table = first.table();
    long last = parts.stream().mapToLong(Manifest.Segment::slice).max().orElseThrow();
    String name = table + "-" + first.slice() + "-" + last + "-m.parquet";
    // Segments merged before may be among these and have the same first and last slice.
    for (int i = 2; Files.exists(files.path(name)); i++) {
      name = table + "-" + first.slice() + "-" + last + "-m" + i + ".parquet";
    }
    Set<String> columns = new TreeSet<>();
    parts.forEach(s -> columns.addAll(s.columns()));
    String sources =
        parts.stream()
            .map(s -> Sql.quote(files.path(s.file()).toString()))
            .collect(Collectors.joining(", "));
    Path target = files.path(name);
    engine.execute(
        "COPY (SELECT * FROM read_parquet(["
            + sources
            + "], union_by_name = true) ORDER BY "
            + order(table)
            + ") TO "
            + Sql.quote(target.toString())
            + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL "
            + Math.max(3, compression)
            + ", ROW_GROUP_SIZE "
            + (table.equals("spans") ? Sealer.SPAN_ROW_GROUP : 122_880)
            + ")");
    SealedFiles.Content written = files.adopt(name);
    long rows = parts.stream().mapToLong(Manifest.Segment::rows).sum();
    if (SegmentIndexes.has(table)) {
      SegmentIndexes.write(files, name, indexes.read(target, columns), rows, written.bytes());
    }
    files.forceNames();
    return new Manifest.Segment(
        name,
        table,
        first.slice(),
        rows,
        parts.stream().mapToLong(Manifest.Segment::minNanos).min().orElseThrow(),
        parts.stream().mapToLong(Manifest.Segment::maxNanos).max().orElseThrow(),
        written.bytes(),
        written.crc(),
        List.copyOf(columns));
  }

  private static String order(String table) {
    return switch (table) {
      case "spans" -> "\"service.name\", start_time";
      case "logs" -> "\"service.name\", time";
      case "series" -> "metric, series";
      default -> "series, time";
    };
  }
}
