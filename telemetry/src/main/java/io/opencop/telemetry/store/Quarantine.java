package io.opencop.telemetry.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets damaged sealed files aside, so that the rest is served: the file keeps its bytes under
 * another name, the manifest forgets it, and the health page says which it was. What is set aside
 * counts towards the store's size and is the first to go.
 */
final class Quarantine {
  static final String SUFFIX = ".quarantined";

  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
  private static final int MAGIC = 0x50415231; // "PAR1", at both ends of a Parquet file

  private final SealedFiles files;
  private final Path journalQuarantine;
  private final Problems problems;

  /**
   * @param files the segments' folder
   * @param journalQuarantine where the journal puts damaged bytes
   */
  Quarantine(SealedFiles files, Path journalQuarantine, Problems problems) {
    this.files = files;
    this.journalQuarantine = journalQuarantine;
    this.problems = problems;
  }

  /**
   * @param count files set aside and still there
   * @param bytes together
   */
  record Held(int count, long bytes) {}

  /** The manifest without the files that are missing, cut short or not Parquet. */
  Manifest check(Manifest manifest) throws IOException {
    for (Path f : files.layer().list(files.dir())) {
      String name = f.getFileName().toString();
      if (name.endsWith(SUFFIX)) {
        tell(name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    List<Manifest.Segment> good =
        manifest.segments().stream().filter(s -> keep(s.file(), s.bytes(), true)).toList();
    List<Manifest.RollupFile> rollups =
        manifest.rollups().stream().filter(r -> keep(r.file(), r.bytes(), false)).toList();
    List<Manifest.ChangesFile> changes =
        manifest.changes().stream()
            .filter(c -> keep(c.file(), c.bytes(), false) && isSound(c))
            .toList();
    return manifest.replace(good, rollups, changes);
  }

  private boolean keep(String name, long bytes, boolean parquet) {
    Path file = files.path(name);
    try {
      if (Files.exists(file) && Files.size(file) == bytes && (!parquet || isParquet(file))) {
        return true;
      }
    } catch (IOException unreadable) {
      // Told below: a file that cannot be read is as good as a damaged one.
    }
    setAside(name);
    return false;
  }

  /** Changes are read whole at the start anyway. */
  private boolean isSound(Manifest.ChangesFile c) {
    try {
      ChangesFiles.read(files.path(c.file()));
      if (c.crc() == null || files.sum(c.file()).crc() == c.crc()) {
        return true;
      }
    } catch (IOException | RuntimeException damaged) {
      // Told below.
    }
    setAside(c.file());
    return false;
  }

  /** Gives a file another name and tells; whoever calls makes the manifest forget it. */
  void setAside(String name) {
    try {
      if (Files.exists(files.path(name))) {
        files.replace(name, name + SUFFIX);
        files.forceNames();
      }
    } catch (IOException cannotMove) {
      // The file stays where it is; what counts is that it is not served.
      log.warn("cannot set {} aside: {}", name, cannotMove.toString());
    }
    tell(name);
  }

  private void tell(String name) {
    problems.report("segment_quarantined:" + name, files.path(name).toString());
  }

  /** What is set aside now, of segments and of the journal. */
  Held held() {
    Map<Path, Long> all = new TreeMap<>();
    try {
      collect(all);
    } catch (IOException e) {
      log.warn("cannot list what is set aside: {}", e.toString());
    }
    return new Held(all.size(), all.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Deletes the oldest until no more than so many bytes are left. */
  void trim(long bytes) throws IOException {
    Map<Path, Long> all = new TreeMap<>();
    collect(all);
    long held = all.values().stream().mapToLong(Long::longValue).sum();
    List<Path> oldest = new ArrayList<>(all.keySet());
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path f : oldest) {
      times.put(f, Files.getLastModifiedTime(f));
    }
    oldest.sort(Comparator.comparing(times::get));
    for (Path f : oldest) {
      if (held <= bytes) {
        return;
      }
      log.warn("{} was set aside and is deleted to make room", f);
      files.layer().delete(f);
      problems.clear("segment_quarantined:" + f.getFileName().toString().replace(SUFFIX, ""));
      held -= all.get(f);
    }
  }

  private void collect(Map<Path, Long> to) throws IOException {
    for (Path f : files.layer().list(files.dir())) {
      if (f.toString().endsWith(SUFFIX)) {
        to.put(f, Files.size(f));
      }
    }
    for (Path f : files.layer().list(journalQuarantine)) {
      to.put(f, Files.size(f));
    }
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
