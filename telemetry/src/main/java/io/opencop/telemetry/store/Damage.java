package io.opencop.telemetry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, after a question has failed, which of the files it read are damaged, and sets those aside:
 * the rest is served.
 */
final class Damage {
  private static final Logger log = LoggerFactory.getLogger(Damage.class);

  private final Path segmentDir;
  private final ManifestFile manifestFile;
  private final Slices slices;
  private final Engine engine;
  private final Problems problems;

  Damage(
      Path segmentDir, ManifestFile manifestFile, Slices slices, Engine engine, Problems problems) {
    this.segmentDir = segmentDir;
    this.manifestFile = manifestFile;
    this.slices = slices;
    this.engine = engine;
    this.problems = problems;
  }

  /** True where something was set aside, so that the question is worth asking again. */
  boolean setAside(List<DataFile> files) {
    List<String> bad = new ArrayList<>();
    for (DataFile f : files) {
      if (f.path().startsWith(segmentDir) && !isReadable(f.path())) {
        bad.add(f.path().getFileName().toString());
      }
    }
    if (bad.isEmpty()) {
      return false;
    }
    log.warn("damaged segments are set aside: {}", bad);
    try {
      synchronized (manifestFile) {
        Manifest now = slices.manifest();
        List<Manifest.Segment> good =
            now.segments().stream().filter(s -> !bad.contains(s.file())).toList();
        for (String name : bad) {
          Quarantine.setAside(segmentDir.resolve(name), problems);
        }
        Manifest next = now.replace(good, now.rollups(), now.changes());
        manifestFile.write(next);
        slices.replaced(next, segmentDir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Every value of every column is decompressed and decoded. */
  private boolean isReadable(Path file) {
    try {
      engine.query(
          "SELECT bit_xor(hash(t)) FROM read_parquet(" + Sql.quote(file.toString()) + ") t",
          List.of(),
          r -> r.getObject(1));
      return true;
    } catch (Engine.QueryException e) {
      return false;
    }
  }
}
