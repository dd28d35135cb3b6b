package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.BackupStore;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.SealReport;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.ingest.LogTail;
import io.opencop.telemetry.ingest.Redactor;
import io.opencop.telemetry.ingest.SliceBuilder;
import io.opencop.telemetry.journal.DataFolderLock;
import io.opencop.telemetry.journal.FileLayer;
import io.opencop.telemetry.journal.FrameKind;
import io.opencop.telemetry.journal.Journal;
import io.opencop.telemetry.journal.RealFileLayer;
import io.opencop.telemetry.otlp.OtlpCheck;
import io.opencop.telemetry.otlp.OtlpMalformedException;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.rollup.RollupKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The store on one machine's disk: journal, hot slices, sealed Parquet segments. What is
 * acknowledged is on disk; what is on disk is in every answer.
 *
 * <p>The folder: {@code journal/} (raw requests not sealed yet), {@code segments/} (Parquet,
 * roll-ups, Changes), {@code hot/} (made anew at every start), {@code manifest.json}, {@code LOCK}.
 */
public final class DiskTelemetryStore extends StoreAnswers implements TelemetryStore, BackupStore {
  private final Path dir;
  private final StoreOptions options;
  private final DataFolderLock lock;
  private final Catalogues catalogues;
  private final Redactor redactor;
  private final RollupKeys keys;
  private final Counters counters = new Counters();
  private final Problems problems;
  private final Slices slices;
  private final SealLoop sealLoop;
  private final Journal journal;
  private final Builder builder;
  private final Maintenance maintenance;
  private final Templates templates;
  private final Rehearsal rehearsal;
  private final ReadCounters cuts;
  private final Quarantine quarantine;
  private final Damage damage;
  private final FileLayer layer;
  private final AtomicBoolean closed = new AtomicBoolean();

  private DiskTelemetryStore(Opening o) {
    super(
        o.slices,
        o.rollups,
        o.templates,
        o.tail,
        o.engine,
        o.indexes,
        o.damage,
        o.sql,
        o.catalogues,
        o.options.spansPerTrace(),
        o.journal::durableSequence);
    dir = o.dir;
    options = o.options;
    lock = o.lock;
    catalogues = o.catalogues;
    redactor = o.redactor;
    keys = o.rollups.keys();
    problems = o.problems;
    slices = o.slices;
    sealLoop = o.sealLoop;
    journal = o.journal;
    builder = o.builder;
    maintenance = o.maintenance;
    templates = o.templates;
    rehearsal = new Rehearsal(o.engine, o.dir.resolve("tmp"), this::firstQuestion);
    cuts = o.cuts;
    quarantine = o.quarantine;
    damage = o.damage;
    layer = o.layer;
  }

  /**
   * Opens or creates the store in {@code dir} and replays what was not sealed.
   *
   * @throws IOException where the folder is in use, of a newer format, or damaged beyond what can
   *     be set aside; the message names the file and the next step
   */
  public static DiskTelemetryStore open(Path dir, StoreOptions options) throws IOException {
    return open(dir, options, new RealFileLayer());
  }

  /**
   * @param layer every durable file goes through it; another one in tests
   */
  public static DiskTelemetryStore open(Path dir, StoreOptions options, FileLayer layer)
      throws IOException {
    Opening o = new Opening();
    o.dir = dir;
    o.options = options;
    o.layer = layer;
    Files.createDirectories(dir);
    o.lock = DataFolderLock.acquire(dir);
    try {
      return new DiskTelemetryStore(open(o, layer)).started();
    } catch (IOException | RuntimeException e) {
      o.abandon();
      throw e;
    }
  }

  private static Opening open(Opening o, FileLayer layer) throws IOException {
    SealedFiles files = new SealedFiles(layer, o.dir.resolve("segments"));
    layer.createDurably(files.dir());
    Path hot = emptied(o.dir.resolve("hot"));
    ManifestFile manifestFile = new ManifestFile(layer, o.dir);
    Manifest manifest = manifestFile.read();
    o.problems = new Problems();
    o.quarantine =
        new Quarantine(files, o.dir.resolve("journal").resolve("quarantine"), o.problems);
    manifest = o.quarantine.check(manifest);
    removeOrphans(files, manifest);
    o.catalogues = Catalogues.create();
    for (var e : manifest.catalogues().entrySet()) {
      AttributeCatalogue c = o.catalogues.byName().get(e.getKey());
      if (c != null) {
        c.restore(e.getValue());
      }
    }
    o.redactor = new Redactor(o.options.redact(), o.options.redactPatterns());
    RollupKeys keys = new RollupKeys(o.options.operationsPerService());
    o.rollups = new Rollups(files, keys);
    o.templates = Templates.restore(files.dir(), manifest.templates());
    o.tail = new LogTail();
    o.engine = new Engine(o.dir.resolve("tmp"), o.options.queryMemoryBytes());
    o.indexes = new SegmentIndexes(files, o.engine, o.problems);
    o.sql = new SqlAnswers(o.dir);
    o.slices =
        new Slices(
            files,
            hot,
            manifest,
            o.templates,
            firstLog ->
                new SliceBuilder(
                    o.catalogues,
                    keys,
                    o.redactor,
                    o.options.limits(),
                    o.cuts,
                    o.templates,
                    o.tail,
                    firstLog));
    for (Manifest.ChangesFile f : manifest.changes()) {
      o.slices.restore(ChangesFiles.read(files.path(f.file())));
    }
    o.sealLoop =
        new SealLoop(
            files,
            manifestFile,
            o.slices,
            new Sealer(files, o.options.compression()),
            o.rollups,
            o.catalogues,
            o.problems);
    o.builder = new Builder(o.slices, o.sealLoop, o.options);
    o.journal =
        Journal.open(
            o.dir.resolve("journal"),
            o.options.journal(),
            layer,
            manifest.sealedJournal(),
            o.builder::replayed);
    o.damage = new Damage(files, manifestFile, o.slices, o.engine, o.quarantine);
    o.maintenance =
        new Maintenance(
            files,
            manifestFile,
            o.slices,
            o.engine,
            o.indexes,
            o.rollups,
            o.quarantine,
            o.damage,
            o.options,
            o.problems);
    return o;
  }

  private DiskTelemetryStore started() {
    builder.start(journal);
    maintenance.start();
    rehearsal.start();
    return this;
  }

  /** What the page Now asks: its roll-ups and indexes are then in memory. */
  private void firstQuestion() {
    overview(TimeRange.last(Duration.ofHours(1), Instant.now()));
  }

  @Override
  public CompletableFuture<Receipt> append(Signal signal, byte[] request) {
    OtlpCheck.Result check;
    try {
      check = OtlpCheck.check(signal, request, 0, request.length, options.limits());
    } catch (OtlpMalformedException e) {
      counters.refused(signal, AppendException.Reason.MALFORMED.name(), 1, 0);
      return CompletableFuture.failedFuture(
          new AppendException(AppendException.Reason.MALFORMED, e.getMessage()));
    }
    if (check.items() > options.itemsPerRequest()) {
      counters.refused(signal, Counters.TOO_MANY_ITEMS, 1, check.items());
      return CompletableFuture.failedFuture(
          new AppendException(AppendException.Reason.TOO_LARGE, tooMany(check.items())));
    }
    if (check.rejected() > 0) {
      counters.refused(signal, "REJECTED_ITEMS", 0, check.rejected());
    }
    if (check.accepted() == 0) {
      counters.accepted(signal, 0, request.length, false);
      return CompletableFuture.completedFuture(
          new Receipt(0, check.rejected(), check.message(), false));
    }
    return journal
        .append(FrameKind.of(signal), request, check.accepted(), now())
        .handle((frame, failure) -> {
          if (failure != null) {
            AppendException why = appendException(failure);
            counters.refused(signal, why.reason().name(), 1, check.accepted());
            throw why;
          }
          counters.accepted(signal, check.accepted(), request.length, frame.duplicate());
          return new Receipt(
              check.accepted(), check.rejected(), check.message(), frame.duplicate());
        });
  }

  private String tooMany(int items) {
    return String.format(
        Locale.ROOT,
        "the request holds %,d items, more than the %,d one may hold (limits.items-per-request);"
            + " send it in parts",
        items,
        options.itemsPerRequest());
  }

  @Override
  public CompletableFuture<Void> appendChange(Change change) {
    return journal
        .append(FrameKind.CHANGES, ChangesFiles.encode(change), 1, now())
        .handle((frame, failure) -> {
          if (failure != null) {
            throw appendException(failure);
          }
          return null;
        });
  }

  @Override
  public SealReport seal() {
    long start = System.nanoTime();
    Manifest before = slices.manifest();
    try {
      slices.awaitBuilt(journal.durableSequence(), 60_000);
      builder.roll();
      slices.awaitSealed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Set<Manifest.Segment> known = new HashSet<>(before.segments());
    List<Manifest.Segment> added =
        slices.manifest().segments().stream().filter(s -> !known.contains(s)).toList();
    return new SealReport(
        added.size(),
        added.stream().mapToLong(Manifest.Segment::rows).sum(),
        (System.nanoTime() - start) / 1e6);
  }

  @Override
  public StoreHealth health() {
    return HealthReport.of(
        dir,
        options,
        journal,
        slices,
        counters,
        problems,
        sealLoop,
        maintenance,
        keys,
        catalogues,
        redactor,
        builder,
        cuts,
        templates,
        quarantine);
  }

  @Override
  public BackupReport backup(Path target) {
    seal();
    try {
      Backup.Report report = Backup.write(layer, dir, slices, damage, target);
      return new BackupReport(report.path().toString(), report.files(), report.bytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("path: " + e.getMessage(), e);
    }
  }

  /** One round of retention and merging now, rather than when the timer comes round. */
  void maintain() {
    maintenance.run();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      rehearsal.close();
      journal.close();
      sealLoop.close();
      builder.close();
      maintenance.close();
      closeReading();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AppendException appendException(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (failure instanceof AppendException a) {
      return a;
    }
    return cause instanceof AppendException a
        ? a
        : new AppendException(AppendException.Reason.STORAGE, String.valueOf(cause));
  }

  private static long now() {
    return Nanos.of(Instant.now());
  }

  private static Path emptied(Path dir) throws IOException {
    if (Files.isDirectory(dir)) {
      try (Stream<Path> files = Files.list(dir)) {
        for (Path f : files.toList()) {
          Files.delete(f);
        }
      }
    }
    return Files.createDirectories(dir);
  }

  /** Files of a slice whose sealing a crash cut short. */
  private static void removeOrphans(SealedFiles files, Manifest manifest) throws IOException {
    Set<String> named = new HashSet<>();
    for (Manifest.Segment s : manifest.segments()) {
      named.add(s.file());
      named.add(SegmentIndexes.name(s.file()));
    }
    manifest.rollups().forEach(r -> named.add(r.file()));
    manifest.changes().forEach(c -> named.add(c.file()));
    named.add(String.valueOf(manifest.templates()));
    for (Path f : files.layer().list(files.dir())) {
      if (!named.contains(f.getFileName().toString())
          && !f.toString().endsWith(Quarantine.SUFFIX)) {
        files.layer().delete(f);
      }
    }
  }

  /** What is being put together while the store opens. */
  private static final class Opening {
    Path dir;
    StoreOptions options;
    DataFolderLock lock;
    Catalogues catalogues;
    Redactor redactor;
    Rollups rollups;
    Templates templates;
    LogTail tail;
    final ReadCounters cuts = new ReadCounters();
    Engine engine;
    SegmentIndexes indexes;
    Damage damage;
    Quarantine quarantine;
    FileLayer layer;
    SqlAnswers sql;
    Problems problems;
    Slices slices;
    SealLoop sealLoop;
    Journal journal;
    Builder builder;
    Maintenance maintenance;

    /** What had been started when opening failed. */
    void abandon() throws IOException {
      if (journal != null) {
        journal.close();
      }
      if (sql != null) {
        sql.close();
      }
      if (engine != null) {
        engine.close();
      }
      lock.close();
    }
  }
}
