package io.opencop.telemetry.store;

import io.opencop.model.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what is older than its retention, or the oldest where all together is too large; whole
 * segments only. Age is measured against the newest data, at most against now: a recording of last
 * year that is replayed keeps its days.
 */
final class Maintenance {
  private static final Logger log = LoggerFactory.getLogger(Maintenance.class);
  private static final long EVERY_SECONDS = 30;

  /** Read again in each round: 50 GB take three and a half hours, and 0.1 % of a core. */
  private static final long SCRUB_BYTES = 128L << 20;

  /** Of the bytes the store may hold, one in so many may be damaged files kept for a look. */
  private static final long QUARANTINE_SHARE = 20;

  private final SealedFiles files;
  private final ManifestFile manifestFile;
  private final Slices slices;
  private final StoreOptions options;
  private final Problems problems;
  private final Quarantine quarantine;
  private final Damage damage;
  private final Scrub scrub;
  private final Compactor compactor;
  private final SegmentIndexes indexes;
  private final RollupCompactor rollupCompactor;
  private List<String> graves = new ArrayList<>();
  private List<String> lastGraves = new ArrayList<>();
  private final Map<Signal, Long> freed = new EnumMap<>(Signal.class);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          r -> Thread.ofPlatform().name("store-maintenance").daemon().unstarted(r));

  Maintenance(
      SealedFiles files,
      ManifestFile manifestFile,
      Slices slices,
      Engine engine,
      SegmentIndexes indexes,
      Rollups rollups,
      Quarantine quarantine,
      Damage damage,
      StoreOptions options,
      Problems problems) {
    this.files = files;
    this.manifestFile = manifestFile;
    this.slices = slices;
    this.options = options;
    this.problems = problems;
    this.indexes = indexes;
    this.quarantine = quarantine;
    this.damage = damage;
    scrub = new Scrub(damage);
    rollupCompactor = new RollupCompactor(rollups);
    compactor = new Compactor(files, engine, indexes, options.compression());
  }

  void start() {
    timer.execute(this::firstIndexes);
    var _ = timer.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for the round that is running: it writes files and asks the engine. */
  void close() {
    indexes.close();
    timer.shutdown();
    try {
      if (!timer.awaitTermination(30, TimeUnit.SECONDS)) {
        log.warn("closing while segments are being merged; what was begun is forgotten");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized long freedBytes(Signal signal) {
    return freed.getOrDefault(signal, 0L);
  }

  /** One round, also called by tests. */
  void run() {
    try {
      retain();
      compact();
      compactRollups();
      indexes.catchUp(slices);
      bury();
      scrub.next(slices.manifest(), SCRUB_BYTES);
      quarantine.trim(options.retentionBytes() / QUARANTINE_SHARE);
      problems.clear("maintenance_failed");
    } catch (IOException | RuntimeException e) {
      log.warn("maintenance failed", e);
      problems.report("maintenance_failed", String.valueOf(e.getMessage()));
    }
  }

  private void firstIndexes() {
    try {
      indexes.catchUp(slices);
    } catch (IOException | RuntimeException e) {
      log.warn("indexes of segments cannot be made: {}", e.toString());
    }
  }

  void retain() throws IOException {
    synchronized (manifestFile) {
      Manifest manifest = slices.manifest();
      long now = System.currentTimeMillis() * 1_000_000L;
      long newest =
          manifest.segments().stream()
              .mapToLong(Manifest.Segment::maxNanos)
              .filter(t -> t <= now)
              .max()
              .orElse(now);
      List<Manifest.Segment> kept = new ArrayList<>();
      for (Manifest.Segment s : manifest.segments()) {
        Duration age = options.retention().get(signal(s.table()));
        if (age == null || s.maxNanos() >= newest - age.toNanos()) {
          kept.add(s);
        }
      }
      bySize(kept);
      List<Manifest.RollupFile> rollups =
          manifest.rollups().stream().filter(r -> r.toNanos() >= newest - kept(r)).toList();
      if (kept.size() < manifest.segments().size() || rollups.size() < manifest.rollups().size()) {
        countFreed(manifest.segments(), kept);
        commit(manifest, manifest.replace(kept, rollups, manifest.changes()));
      }
    }
  }

  private void compact() throws IOException {
    Manifest before = slices.manifest();
    List<Manifest.Segment> small = compactor.choose(before.segments());
    if (small.isEmpty()) {
      return;
    }
    if (damage.setAsideChanged(small.stream().map(Manifest.Segment::file).toList())) {
      return; // what is left of them is merged in the next round
    }
    try (var _ = slices.snapshot(List.of(small.getFirst().table()), false)) {
      Manifest.Segment merged = compactor.merge(small);
      synchronized (manifestFile) {
        Manifest now = slices.manifest();
        List<Manifest.Segment> next = new ArrayList<>(now.segments());
        if (next.removeAll(small)) {
          next.add(merged);
          commit(now, now.replace(next, now.rollups(), now.changes()));
        }
      }
    }
  }

  private void compactRollups() throws IOException {
    List<Manifest.RollupFile> small = RollupCompactor.choose(slices.manifest().rollups());
    if (small.isEmpty()) {
      return;
    }
    if (damage.setAsideChanged(small.stream().map(Manifest.RollupFile::file).toList())) {
      return;
    }
    Manifest.RollupFile merged = rollupCompactor.merge(small);
    files.forceNames();
    synchronized (manifestFile) {
      Manifest now = slices.manifest();
      List<Manifest.RollupFile> next = new ArrayList<>(now.rollups());
      if (next.removeAll(small)) {
        next.add(merged);
        commit(now, now.replace(now.segments(), next, now.changes()));
      }
    }
  }

  /** A question that began before may still want them: they go a round later. */
  private void bury() throws IOException {
    for (String name : lastGraves) {
      files.delete(name);
    }
    lastGraves = graves;
    graves = new ArrayList<>();
  }

  private void commit(Manifest before, Manifest next) throws IOException {
    manifestFile.write(next);
    slices.replaced(next);
    Set<String> named = new HashSet<>();
    next.rollups().forEach(r -> named.add(r.file()));
    for (Manifest.RollupFile r : before.rollups()) {
      if (!named.contains(r.file())) {
        graves.add(r.file());
      }
    }
  }

  private void bySize(List<Manifest.Segment> kept) {
    long bytes = quarantine.held().bytes() + kept.stream().mapToLong(Manifest.Segment::bytes).sum();
    kept.sort(Comparator.comparingLong(Manifest.Segment::maxNanos));
    while (bytes > options.retentionBytes() && !kept.isEmpty()) {
      bytes -= kept.removeFirst().bytes();
    }
  }

  private synchronized void countFreed(List<Manifest.Segment> before, List<Manifest.Segment> kept) {
    Set<Manifest.Segment> still = new HashSet<>(kept);
    for (Manifest.Segment s : before) {
      if (!still.contains(s)) {
        freed.merge(signal(s.table()), s.bytes(), Long::sum);
      }
    }
  }

  private static long kept(Manifest.RollupFile r) {
    return switch ((int) (r.stepNanos() / 1_000_000_000L)) {
      case 10 -> Rollups.KEPT[0].toNanos();
      case 60 -> Rollups.KEPT[1].toNanos();
      default -> Rollups.KEPT[2].toNanos();
    };
  }

  static Signal signal(String table) {
    return switch (table) {
      case "spans" -> Signal.SPANS;
      case "logs" -> Signal.LOGS;
      default -> Signal.METRICS;
    };
  }
}
