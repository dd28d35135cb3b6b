package io.opencop.telemetry.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of everything sealed: segments, roll-ups, Changes and the manifest that names them. */
public final class Backup {
  private Backup() {}

  /**
   * @param path where it was written
   * @param files how many
   * @param bytes together
   */
  public record Report(Path path, int files, long bytes) {}

  static Report write(Path storeDir, Slices slices, Path target) throws IOException {
    refuseFull(target);
    Path segments = storeDir.resolve("segments");
    Path to = Files.createDirectories(target.resolve("segments"));
    List<String> tables = List.of("spans", "logs", "series", "points", "histograms");
    int files = 1;
    long bytes = 0;
    // The snapshot pins the segments; the manifest is the one of the same moment or later, so it is
    // cut down to what has been pinned.
    try (Snapshot pinned = slices.snapshot(tables, false)) {
      Manifest manifest = slices.manifest();
      List<String> names = new ArrayList<>();
      for (DataFile f : pinned.files()) {
        if (f.path().startsWith(segments)) {
          names.add(f.path().getFileName().toString());
        }
      }
      List<Manifest.Segment> kept =
          manifest.segments().stream().filter(s -> names.contains(s.file())).toList();
      manifest = manifest.replace(kept, manifest.rollups(), manifest.changes());
      manifest.rollups().forEach(r -> names.add(r.file()));
      manifest.changes().forEach(c -> names.add(c.file()));
      if (manifest.templates() != null) {
        names.add(manifest.templates());
      }
      kept.stream()
          .map(s -> SegmentIndexes.name(s.file()))
          .filter(name -> Files.exists(segments.resolve(name)))
          .forEach(names::add);
      for (String name : names) {
        Files.copy(segments.resolve(name), to.resolve(name));
        files++;
        bytes += Files.size(to.resolve(name));
      }
      new ManifestFile(target).write(manifest);
    }
    return new Report(target, files, bytes);
  }

  /**
   * Makes a data folder of a backup; the platform must not be running on it.
   *
   * @throws IOException where the target holds data already, or the backup is damaged
   */
  public static Report restore(Path backup, Path storeDir) throws IOException {
    refuseFull(storeDir);
    Manifest manifest = new ManifestFile(backup).read();
    Path to = Files.createDirectories(storeDir.resolve("segments"));
    int files = 1;
    long bytes = 0;
    try (Stream<Path> all = Files.list(backup.resolve("segments"))) {
      for (Path f : all.toList()) {
        Files.copy(f, to.resolve(f.getFileName()));
        files++;
        bytes += Files.size(f);
      }
    }
    new ManifestFile(storeDir).write(manifest);
    return new Report(storeDir, files, bytes);
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
