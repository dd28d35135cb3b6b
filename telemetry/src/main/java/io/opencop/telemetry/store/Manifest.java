package io.opencop.telemetry.store;

import io.opencop.telemetry.ingest.AttributeCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  static final int FORMAT = 1;

  /**
   * @param table spans, logs, series, points or histograms
   * @param slice number of the journal file it came from; of the first one where several were
   *     merged
   */
  record Segment(
      String file,
      String table,
      long slice,
      long rows,
      long minNanos,
      long maxNanos,
      long bytes,
      List<String> columns) {}

  record RollupFile(String file, long stepNanos, long fromNanos, long toNanos, long bytes) {}

  record ChangesFile(String file, long minNanos, long maxNanos, long bytes) {}

  static Manifest empty() {
    return new Manifest(FORMAT, 0, List.of(), List.of(), List.of(), null, Map.of(), 0, false);
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
