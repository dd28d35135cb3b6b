package io.opencop.telemetry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks which sealed files are damaged and sets those aside: the rest is served. Asked after a
 * question has failed, before files are merged or backed up, and by {@link Scrub}.
 */
final class Damage {
  private static final Logger log = LoggerFactory.getLogger(Damage.class);

  private final SealedFiles files;
  private final ManifestFile manifestFile;
  private final Slices slices;
  private final Engine engine;
  private final Quarantine quarantine;

  Damage(
      SealedFiles files,
      ManifestFile manifestFile,
      Slices slices,
      Engine engine,
      Quarantine quarantine) {
    this.files = files;
    this.manifestFile = manifestFile;
    this.slices = slices;
    this.engine = engine;
    this.quarantine = quarantine;
  }

  /**
   * Finds out why a question about this snapshot failed. True where something was set aside, so
   * that it is worth asking again.
   */
  boolean setAside(Snapshot asked) {
    List<String> segments = new ArrayList<>();
    for (DataFile f : asked.files()) {
      if (f.path().startsWith(files.dir())) {
        segments.add(f.path().getFileName().toString());
      }
    }
    List<String> read = new ArrayList<>(segments);
    asked.sealedRollups().forEach(r -> read.add(r.file()));
    List<String> bad = changed(read);
    // One that was written wrong, or before there were checksums, is known by decoding it.
    segments.stream().filter(s -> !bad.contains(s) && !isReadable(s)).forEach(bad::add);
    return remove(bad);
  }

  /** Sets those aside whose bytes are not the ones that were written; true where there were any. */
  boolean setAsideChanged(Collection<String> names) {
    return remove(changed(names));
  }

  private List<String> changed(Collection<String> names) {
    Map<String, Integer> sums = slices.manifest().sums();
    List<String> bad = new ArrayList<>();
    for (String name : names) {
      Integer crc = sums.get(name);
      try {
        if (crc != null && files.sum(name).crc() != crc) {
          bad.add(name);
        }
      } catch (NoSuchFileException gone) {
        // Merged or dropped meanwhile; the manifest says whether it is missed.
      } catch (IOException unreadable) {
        // Perhaps a passing failure (too many open files); a sound file must not go for that.
        log.warn("cannot read {}: {}", name, unreadable.toString());
      }
    }
    return bad;
  }

  private boolean remove(List<String> bad) {
    if (bad.isEmpty()) {
      return false;
    }
    log.warn("damaged files are set aside: {}", bad);
    try {
      synchronized (manifestFile) {
        Manifest now = slices.manifest();
        Manifest next = now.without(bad);
        // Only what the manifest still names: what was merged meanwhile is gone anyway.
        List<String> named = bad.stream().filter(now.sizes()::containsKey).toList();
        named.forEach(quarantine::setAside);
        manifestFile.write(next);
        slices.replaced(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Every value of every column is decompressed and decoded. */
  private boolean isReadable(String name) {
    try {
      engine.query(
          "SELECT bit_xor(hash(t)) FROM read_parquet("
              + Sql.quote(files.path(name).toString())
              + ") t",
          List.of(),
          r -> r.getObject(1));
      return true;
    } catch (Engine.QueryException e) {
      return false;
    }
  }
}
