package io.opencop.telemetry.store;

import io.opencop.telemetry.ingest.AttributeCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is sealed. The one truth after a crash: a file that is not named here does not exist, a
 * journal file up to {@code sealedJournal} is done with.
 *
 * @param format of the store's files as a whole; see {@link ManifestFile}
 * @param sealedJournal number of the last journal file whose frames are all in segments
 * @param segments Parquet files
 * @param rollups roll-up files
 * @param changes files of Changes, one JSON object a line
 * @param templates file of log templates, or null
 * @param catalogues attribute keys by catalogue name
 * @param logRows log records ever taken in: where the next one's number begins
 * @param everReceived whether any signal ever came
 */
record Manifest(
    int format,
    long sealedJournal,
    List<Segment> segments,
    List<RollupFile> rollups,
    List<ChangesFile> changes,
    String templates,
    Map<String, List<AttributeCatalogue.Entry>> catalogues,
    long logRows,
    boolean everReceived) {

  /** 2 added checksums; a file sealed before has none. */
  static final int FORMAT = 2;

  /**
   * @param table spans, logs, series, points or histograms
   * @param slice number of the journal file it came from; of the first one where several were
   *     merged
   * @param crc CRC32C of the file; null where format 1 wrote it
   */
  record Segment(
      String file,
      String table,
      long slice,
      long rows,
      long minNanos,
      long maxNanos,
      long bytes,
      Integer crc,
      List<String> columns) {}

  record RollupFile(
      String file, long stepNanos, long fromNanos, long toNanos, long bytes, Integer crc) {}

  record ChangesFile(String file, long minNanos, long maxNanos, long bytes, Integer crc) {}

  static Manifest empty() {
    return new Manifest(FORMAT, 0, List.of(), List.of(), List.of(), null, Map.of(), 0, false);
  }

  /** Every sealed file by name, in the order they were sealed, and its bytes. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    rollups.forEach(r -> sizes.put(r.file(), r.bytes()));
    changes.forEach(c -> sizes.put(c.file(), c.bytes()));
    segments.forEach(s -> sizes.put(s.file(), s.bytes()));
    return sizes;
  }

  /** CRC32C by file, of those that have one. */
  Map<String, Integer> sums() {
    Map<String, Integer> sums = new HashMap<>();
    rollups.forEach(r -> sums.put(r.file(), r.crc()));
    changes.forEach(c -> sums.put(c.file(), c.crc()));
    segments.forEach(s -> sums.put(s.file(), s.crc()));
    sums.values().removeIf(Objects::isNull);
    return sums;
  }

  /** The same without these files. */
  Manifest without(Collection<String> names) {
    return replace(
        segments.stream().filter(s -> !names.contains(s.file())).toList(),
        rollups.stream().filter(r -> !names.contains(r.file())).toList(),
        changes.stream().filter(c -> !names.contains(c.file())).toList());
  }

  /** The same as this program writes it. */
  Manifest migrated() {
    return new Manifest(
        FORMAT,
        sealedJournal,
        segments,
        rollups,
        changes,
        templates,
        catalogues,
        logRows,
        everReceived);
  }

  /** The same with one slice more. */
  Manifest plus(
      long journalFile,
      List<Segment> newSegments,
      List<RollupFile> newRollups,
      List<ChangesFile> newChanges,
      String newTemplates,
      Map<String, List<AttributeCatalogue.Entry>> newCatalogues,
      long newLogRows) {
    return new Manifest(
        format,
        journalFile,
        join(segments, newSegments),
        join(rollups, newRollups),
        join(changes, newChanges),
        newTemplates,
        newCatalogues,
        newLogRows,
        true);
  }

  /** The same without some files and with others. */
  Manifest replace(
      List<Segment> newSegments, List<RollupFile> newRollups, List<ChangesFile> newChanges) {
    return new Manifest(
        format,
        sealedJournal,
        List.copyOf(newSegments),
        List.copyOf(newRollups),
        List.copyOf(newChanges),
        templates,
        catalogues,
        logRows,
        everReceived);
  }

  private static <T> List<T> join(List<T> a, List<T> b) {
    List<T> all = new ArrayList<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }
}
