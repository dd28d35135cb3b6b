package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.journal.Journal;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals slices one after the other, in the order of their journal files: only so does "sealed up to
 * file n" say everything. A slice that cannot be sealed (disk full) is tried again until it can;
 * its journal file stays, so nothing is lost meanwhile.
 */
final class SealLoop {
  private static final Logger log = LoggerFactory.getLogger(SealLoop.class);
  private static final long RETRY_MILLIS = 1000;

  private final SealedFiles files;
  private final ManifestFile manifestFile;
  private final Slices slices;
  private final Sealer sealer;
  private final Rollups rollups;
  private final Catalogues catalogues;
  private final Problems problems;
  private volatile Double lastSealMs;
  private volatile boolean closed;
  private String oldTemplates;

  SealLoop(
      SealedFiles files,
      ManifestFile manifestFile,
      Slices slices,
      Sealer sealer,
      Rollups rollups,
      Catalogues catalogues,
      Problems problems) {
    this.files = files;
    this.manifestFile = manifestFile;
    this.slices = slices;
    this.sealer = sealer;
    this.rollups = rollups;
    this.catalogues = catalogues;
    this.problems = problems;
  }

  Double lastSealMs() {
    return lastSealMs;
  }

  /** What cannot be sealed now stays in the journal; it is sealed after the next start. */
  void close() {
    closed = true;
  }

  /** Seals the slice and deletes its journal file; returns when both is done, or at close. */
  void seal(HotSlice slice, Journal journal) {
    long start = System.nanoTime();
    String templatesBefore = slices.manifest().templates();
    if (!commit(slice)) {
      return;
    }
    lastSealMs = (System.nanoTime() - start) / 1e6;
    try {
      journal.delete(slice.journalFile());
      dropTemplates(templatesBefore);
      problems.clear("journal_trim_failed");
    } catch (IOException e) {
      // It is sealed and must not be sealed again: its rows would count twice. The file goes with
      // the next slice's, or at the next start.
      log.warn("cannot delete journal file {}: {}", slice.journalFile(), e.toString());
      problems.report("journal_trim_failed", String.valueOf(e.getMessage()));
    }
  }

  /** Writes the slice and names it in the manifest, as often as it takes; false if given up. */
  private boolean commit(HotSlice slice) {
    // A later slice must not be sealed without this one: "sealed up to n" would lose it.
    while (!slices.isSealingOver()) {
      try {
        Manifest added = write(slice);
        synchronized (manifestFile) {
          Manifest next = next(slice.journalFile(), added);
          manifestFile.write(next);
          slices.sealed(slice, next);
        }
        problems.clear("seal_failed");
        return true;
      } catch (IOException | RuntimeException e) {
        log.warn("cannot seal slice {}", slice.journalFile(), e);
        problems.report("seal_failed", String.valueOf(e.getMessage()));
        if (closed) {
          slices.sealingIsOver();
        } else {
          pause();
        }
      }
    }
    return false;
  }

  /** The templates before the last ones go; a backup that began with the last may still copy. */
  private void dropTemplates(String before) throws IOException {
    if (oldTemplates != null) {
      files.delete(oldTemplates);
    }
    oldTemplates = before;
  }

  /** A manifest that holds only what this slice adds. */
  private Manifest write(HotSlice slice) throws IOException {
    List<Manifest.Segment> segments = sealer.seal(slice.journalFile(), slice.builder().tables());
    List<Manifest.RollupFile> rollupFiles =
        segments.isEmpty() ? List.of() : rollups.write(slice.journalFile(), slice.rollup());
    List<Manifest.ChangesFile> changes = changes(slice);
    String templateFile = Templates.write(files, slice.journalFile(), slice.templates());
    files.forceNames();
    return Manifest.empty()
        .plus(
            slice.journalFile(),
            segments,
            rollupFiles,
            changes,
            templateFile,
            known(),
            slice.builder().nextLogSeq());
  }

  private Manifest next(long journalFile, Manifest added) {
    return slices
        .manifest()
        .plus(
            journalFile,
            added.segments(),
            added.rollups(),
            added.changes(),
            added.templates(),
            added.catalogues(),
            added.logRows());
  }

  private List<Manifest.ChangesFile> changes(HotSlice slice) throws IOException {
    List<Change> all = slice.changes();
    if (all.isEmpty()) {
      return List.of();
    }
    String name = "changes-" + slice.journalFile() + ".jsonl";
    SealedFiles.Content written = ChangesFiles.write(files, name, all);
    Instant min = all.stream().map(Change::time).min(Instant::compareTo).orElseThrow();
    Instant max = all.stream().map(Change::time).max(Instant::compareTo).orElseThrow();
    return List.of(
        new Manifest.ChangesFile(
            name, Nanos.of(min), Nanos.of(max), written.bytes(), written.crc()));
  }

  private Map<String, List<AttributeCatalogue.Entry>> known() {
    Map<String, List<AttributeCatalogue.Entry>> known = new HashMap<>();
    catalogues.byName().forEach((name, c) -> known.put(name, c.entries()));
    return known;
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
