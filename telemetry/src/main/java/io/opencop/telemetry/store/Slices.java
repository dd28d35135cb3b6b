package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.ingest.SliceBuilder;
import io.opencop.telemetry.journal.Delivery;
import io.opencop.telemetry.journal.FrameKind;
import io.opencop.telemetry.parquet.ParquetWriter;
import io.opencop.telemetry.rollup.Rollup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * The store's present state: the hot slice, slices being sealed, sealed files. One lock, held for
 * one request at a time by the builder and for the pinning of a snapshot by queries; fair, so that
 * neither starves the other.
 */
final class Slices {
  /** Slices that may wait for the sealer before the builder does. */
  private static final int WAITING = 2;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition moved = lock.newCondition();
  private final SealedFiles files;
  private final Path hotDir;
  private final ParquetWriter hotWriter = new ParquetWriter();
  private final LongFunction<SliceBuilder> newBuilder;
  private final Templates templates;
  private final List<HotSlice> sealing = new ArrayList<>();
  private final Map<String, DataFile> sealed = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Set<ChangePages.Identity> knownChanges = new HashSet<>();
  private Manifest manifest;
  private HotSlice current;
  private long builtSequence;
  private long logRows;
  private boolean sealingOver;

  /**
   * @param newBuilder makes a slice's builder, given the number of its first log record
   */
  Slices(
      SealedFiles files,
      Path hotDir,
      Manifest manifest,
      Templates templates,
      LongFunction<SliceBuilder> newBuilder) {
    this.files = files;
    this.hotDir = hotDir;
    this.newBuilder = newBuilder;
    this.templates = templates;
    this.manifest = manifest;
    logRows = manifest.logRows();
    for (Manifest.Segment s : manifest.segments()) {
      sealed.put(s.file(), file(s));
    }
  }

  private DataFile file(Manifest.Segment s) {
    return new DataFile(
        files.path(s.file()),
        s.table(),
        s.rows(),
        s.minNanos(),
        s.maxNanos(),
        s.bytes(),
        Set.copyOf(s.columns()),
        path -> {
          files.delete(s.file());
          files.delete(SegmentIndexes.name(s.file()));
        });
  }

  /** Takes up Changes read from files. */
  void restore(List<Change> known) {
    locked(() -> known.forEach(this::keep));
  }

  /** Adds one durable frame. */
  void add(Delivery.Frame frame, Change change) {
    locked(() -> {
      HotSlice slice = slice(frame.file());
      slice.taken(frame.payload().length);
      if (frame.kind() == FrameKind.CHANGES) {
        if (keep(change)) {
          slice.changes().add(change);
        }
      } else {
        slice.builder().add(signal(frame.kind()), frame.payload(), frame.receivedNanos());
      }
      builtSequence = frame.sequence();
      moved.signalAll();
    });
  }

  /** The slice is full: it will be sealed. Null where it held nothing. */
  HotSlice roll(long closed, long opened) {
    lock.lock();
    try {
      HotSlice old = current;
      current = null;
      if (old == null) {
        return null;
      }
      old.full(templates.toBytes());
      logRows = old.builder().nextLogSeq();
      sealing.add(old);
      return old;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the sealer has caught up far enough. */
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (sealing.size() > WAITING && !sealingOver) {
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is being sealed. */
  void awaitSealed() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!sealing.isEmpty() && !sealingOver) {
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The store closes and a slice could not be sealed: nobody waits for the sealer any more. */
  void sealingIsOver() {
    locked(() -> {
      sealingOver = true;
      moved.signalAll();
    });
  }

  boolean isSealingOver() {
    lock.lock();
    try {
      return sealingOver;
    } finally {
      lock.unlock();
    }
  }

  /** The segments of a slice are in the manifest: from now on they stand for it. */
  void sealed(HotSlice slice, Manifest next) {
    locked(() -> {
      for (Manifest.Segment s : next.segments()) {
        sealed.computeIfAbsent(s.file(), f -> file(s));
      }
      manifest = next;
      sealing.remove(slice);
      slice.retire();
      moved.signalAll();
    });
  }

  /** Segments were merged or dropped: files that are no longer named go when nobody reads them. */
  void replaced(Manifest next) {
    locked(() -> {
      Set<String> named = new HashSet<>();
      for (Manifest.Segment s : next.segments()) {
        named.add(s.file());
        sealed.computeIfAbsent(s.file(), f -> file(s));
      }
      sealed
          .entrySet()
          .removeIf(e -> {
            boolean gone = !named.contains(e.getKey());
            if (gone) {
              e.getValue().retire();
            }
            return gone;
          });
      manifest = next;
    });
  }

  /** What an unsealed slice would be sealed after; null where nothing is hot. */
  boolean isDue(int rows, long bytes, Duration age) {
    lock.lock();
    try {
      if (current == null || current.isEmpty()) {
        return false;
      }
      int weight =
          Math.max(
              Math.max(current.builder().rows(Signal.SPANS), current.builder().rows(Signal.LOGS)),
              current.builder().rows(Signal.METRICS) / 8);
      return weight >= rows || current.bytes() >= bytes || current.ageNanos() >= age.toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all frames up to {@code sequence} are in the slices, at most {@code millis}. */
  void awaitBuilt(long sequence, long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (builtSequence < sequence && left > 0) {
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Pins the present; hot rows of the tables are written to files first. */
  Snapshot snapshot(List<String> tables, boolean withRollups) throws IOException {
    lock.lock();
    try {
      List<DataFile> files = new ArrayList<>();
      for (DataFile f : sealed.values()) {
        if (tables.contains(f.table())) {
          files.add(f);
        }
      }
      List<HotSlice> hot = new ArrayList<>(sealing);
      if (current != null) {
        hot.add(current);
      }
      List<Rollup> rollups = new ArrayList<>();
      for (HotSlice slice : hot) {
        files.addAll(slice.files(tables));
        if (withRollups) {
          rollups.add(slice.rollup());
        }
      }
      files.forEach(DataFile::hold);
      return new Snapshot(
          files,
          manifest.rollups(),
          rollups,
          List.copyOf(changes),
          manifest.everReceived() || !hot.isEmpty(),
          manifest);
    } finally {
      lock.unlock();
    }
  }

  /** Pins sealed files alone; nothing hot is written. */
  Snapshot sealedFiles(List<String> tables) {
    lock.lock();
    try {
      List<DataFile> files =
          sealed.values().stream().filter(f -> tables.contains(f.table())).toList();
      files.forEach(DataFile::hold);
      return new Snapshot(
          files, List.of(), List.of(), List.of(), manifest.everReceived(), manifest);
    } finally {
      lock.unlock();
    }
  }

  Manifest manifest() {
    lock.lock();
    try {
      return manifest;
    } finally {
      lock.unlock();
    }
  }

  /** Hot rows of a signal. */
  long hotRows(Signal signal) {
    lock.lock();
    try {
      long rows = current == null ? 0 : current.builder().rows(signal);
      for (HotSlice slice : sealing) {
        rows += slice.builder().rows(signal);
      }
      return rows;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets Changes older than this. */
  void forgetChanges(long beforeNanos) {
    locked(() -> {
      changes.removeIf(c -> Nanos.of(c.time()) < beforeNanos);
      knownChanges.clear();
      changes.forEach(c -> knownChanges.add(ChangePages.Identity.of(c)));
    });
  }

  private boolean keep(Change change) {
    if (!knownChanges.add(ChangePages.Identity.of(change))) {
      return false;
    }
    changes.add(change);
    changes.sort(Comparator.comparing(Change::time));
    return true;
  }

  private HotSlice slice(long journalFile) {
    if (current == null) {
      current = new HotSlice(journalFile, newBuilder.apply(logRows), hotDir, hotWriter);
    }
    return current;
  }

  private static Signal signal(FrameKind kind) {
    return switch (kind) {
      case SPANS -> Signal.SPANS;
      case LOGS -> Signal.LOGS;
      case METRICS -> Signal.METRICS;
      case CHANGES -> throw new IllegalArgumentException("a Change is no signal");
    };
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
