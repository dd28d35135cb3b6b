package io.opencop.telemetry.journal;

import java.util.List;
import java.util.TreeMap;

/** Figures of the journal files on disk. Thread-safe. */
final class FileTable {
  /**
   * @param dedupFrom position in the dedup window of the file's first frame
   */
  record Entry(long bytes, long frames, long dedupFrom) {}

  private final TreeMap<Long, Entry> files = new TreeMap<>();

  synchronized void put(long number, Entry entry) {
    files.put(number, entry);
  }

  synchronized void grow(long number, long bytes, int frames) {
    files.computeIfPresent(number, (_, e) -> new Entry(bytes, e.frames + frames, e.dedupFrom));
  }

  synchronized void remove(long number) {
    files.remove(number);
  }

  /** Numbers of the files up to and with {@code number}, ascending. */
  synchronized List<Long> upTo(long number) {
    return List.copyOf(files.headMap(number, true).keySet());
  }

  /** Where in the dedup window the frames of {@code number} begin, and those of its successor. */
  synchronized long[] dedupRange(long number) {
    var next = files.higherEntry(number);
    return new long[] {
      files.get(number).dedupFrom, next == null ? Long.MAX_VALUE : next.getValue().dedupFrom
    };
  }

  synchronized int count() {
    return files.size();
  }

  synchronized long bytes() {
    return files.values().stream().mapToLong(Entry::bytes).sum();
  }

  synchronized long frames() {
    return files.values().stream().mapToLong(Entry::frames).sum();
  }
}
