package io.opencop.telemetry.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Sets damaged sealed files aside, so that the rest is served: the file keeps its bytes under
 * another name, the manifest forgets it, and the health page says which it was.
 */
final class Quarantine {
  static final String SUFFIX = ".quarantined";

  private static final int MAGIC = 0x50415231; // "PAR1", at both ends of a Parquet file

  private Quarantine() {}

  /** The manifest without the files that are missing, cut short or not Parquet. */
  static Manifest check(Path dir, Manifest manifest, Problems problems) {
    List<Manifest.Segment> good =
        manifest.segments().stream()
            .filter(s -> keep(dir.resolve(s.file()), s.bytes(), true, problems))
            .toList();
    List<Manifest.RollupFile> rollups =
        manifest.rollups().stream()
            .filter(r -> keep(dir.resolve(r.file()), r.bytes(), false, problems))
            .toList();
    return manifest.replace(good, rollups, manifest.changes());
  }

  private static boolean keep(Path file, long bytes, boolean parquet, Problems problems) {
    try {
      if (Files.exists(file) && Files.size(file) == bytes && (!parquet || isParquet(file))) {
        return true;
      }
    } catch (IOException unreadable) {
      // Told below: a file that cannot be read is as good as a damaged one.
    }
    setAside(file, problems);
    return false;
  }

  static void setAside(Path file, Problems problems) {
    try {
      if (Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + SUFFIX),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException cannotMove) {
      // The file stays where it is; what counts is that it is not served.
    }
    problems.report("segment_quarantined:" + file.getFileName(), file.toString());
  }

  private static boolean isParquet(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      long size = in.size();
      return size > 12 && magic(in, 0) == MAGIC && magic(in, size - 4) == MAGIC;
    }
  }

  private static int magic(FileChannel in, long at) throws IOException {
    ByteBuffer four = ByteBuffer.allocate(4);
    in.read(four, at);
    return four.getInt(0);
  }
}
