package io.opencop.telemetry.store;

import io.opencop.telemetry.journal.FileLayer;
import io.opencop.telemetry.journal.RealFileLayer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of everything sealed: segments, roll-ups, Changes and the manifest that names them. On
 * disk when the call returns; the manifest is written last, so a copy cut short is no backup.
 */
public final class Backup {
  private Backup() {}

  /**
   * @param path where it was written
   * @param files how many
   * @param bytes together
   */
  public record Report(Path path, int files, long bytes) {}

  static Report write(FileLayer layer, Path storeDir, Slices slices, Damage damage, Path target)
      throws IOException {
    refuseFull(target);
    // What is damaged is set aside now, told, and no part of the backup.
    damage.setAsideChanged(slices.manifest().sizes().keySet());
    List<String> tables = List.of("spans", "logs", "series", "points", "histograms");
    try (Snapshot pinned = slices.snapshot(tables, false)) {
      return copy(layer, pinned.manifest(), storeDir, target);
    }
  }

  /**
   * Makes a data folder of a backup; the platform must not be running on it. A file whose bytes
   * have changed since is set aside: the restored platform serves the rest and names it.
   *
   * @throws IOException where the target holds data already, or the backup's manifest is damaged
   */
  public static Report restore(Path backup, Path storeDir) throws IOException {
    refuseFull(storeDir);
    FileLayer layer = new RealFileLayer();
    return copy(layer, new ManifestFile(layer, backup).read(), backup, storeDir);
  }

  private static Report copy(FileLayer layer, Manifest manifest, Path from, Path to)
      throws IOException {
    SealedFiles source = new SealedFiles(layer, from.resolve("segments"));
    SealedFiles target = new SealedFiles(layer, to.resolve("segments"));
    layer.createDurably(to);
    layer.createDurably(target.dir());
    Map<String, Integer> sums = manifest.sums();
    List<String> names = new ArrayList<>();
    if (manifest.templates() != null) {
      names.add(manifest.templates());
    }
    // Roll-ups first, by the order of sizes(): segments are pinned, those are merged at any time.
    names.addAll(manifest.sizes().keySet());
    manifest.segments().stream()
        .map(s -> SegmentIndexes.name(s.file()))
        .filter(name -> Files.exists(source.path(name)))
        .forEach(names::add);
    List<String> damaged = new ArrayList<>();
    long bytes = 0;
    for (String name : names) {
      SealedFiles.Content copied = source.copy(name, target);
      if (sums.containsKey(name) && sums.get(name) != copied.crc()) {
        target.replace(name, name + Quarantine.SUFFIX);
        damaged.add(name);
      }
      bytes += copied.bytes();
    }
    target.forceNames();
    new ManifestFile(layer, to).write(manifest.without(damaged));
    return new Report(to, names.size() + 1, bytes);
  }

  private static void refuseFull(Path dir) throws IOException {
    if (Files.isDirectory(dir)) {
      try (Stream<Path> files = Files.list(dir)) {
        if (files.findAny().isPresent()) {
          throw new FileAlreadyExistsException(
              dir.toString(), null, "is not empty; name a new or empty folder");
        }
      }
    }
  }
}
