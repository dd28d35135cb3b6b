package io.opencop.telemetry.journal;

import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.StoreHealth.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests on disk before they are acknowledged. Thread-safe, but for {@link #deliveries()}, which
 * one thread reads.
 */
public final class Journal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final JournalFiles files;
  private final JournalOptions options;
  private final Session session;
  private final ContentHash.Function hashes;
  private final DedupWindow dedup;
  private final HashFiles hashFiles;
  private final FileTable table;
  private final QueueGauge gauge;
  private final Deliveries deliveries;
  private final JournalWriter writer;
  private final Thread thread;
  private final List<Problem> replayProblems;
  private final long quarantinedBytes;
  private final ArrayBlockingQueue<FrameEncoder> encoders =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong overloaded = new AtomicLong();

  private Journal(
      JournalFiles files,
      JournalOptions options,
      Session session,
      DedupWindow dedup,
      HashFiles hashFiles,
      FileTable table,
      JournalReplay replay,
      long sequence) {
    this.files = files;
    this.options = options;
    this.session = session;
    this.dedup = dedup;
    this.hashFiles = hashFiles;
    this.table = table;
    this.hashes = new ContentHash.Function(session.hashSeed());
    this.gauge = new QueueGauge(options.queueLimitBytes());
    this.deliveries = new Deliveries(gauge);
    this.replayProblems = replay.problems();
    this.quarantinedBytes = replay.quarantinedBytes();
    this.writer =
        new JournalWriter(
            files, options, session, dedup, table, gauge, deliveries, replay.next(), sequence);
    this.thread = Thread.ofPlatform().name("journal-writer").daemon().start(writer);
  }

  /**
   * Opens the journal in {@code dir} and replays what is there. Every start writes to a new file.
   *
   * @param sealedUpTo files up to this number are in sealed segments: they are not replayed but
   *     deleted, only their content hashes are kept. 0 where nothing is sealed.
   * @param replayed is given, on the calling thread and before this returns, every frame of the
   *     other files in order, and a {@link Delivery.Rolled} after each file
   * @throws JournalException where a file is of a newer format or of another key; nothing is
   *     changed then
   */
  public static Journal open(
      Path dir,
      JournalOptions options,
      FileLayer layer,
      long sealedUpTo,
      Consumer<Delivery> replayed)
      throws IOException {
    layer.createDurably(dir);
    JournalFiles files = new JournalFiles(layer, dir);
    FileTable table = new FileTable();
    JournalReplay replay = new JournalReplay(files, options, sealedUpTo, table);
    replay.inspect();
    for (Path file : layer.list(dir)) {
      if (file.toString().endsWith(JournalFiles.TEMPORARY)) {
        layer.delete(file);
      }
    }
    Session session = Session.start(options.key(), replay.earlierSeed());
    long window = options.dedupWindow().toNanos();
    DedupWindow dedup = new DedupWindow(window, options.dedupEntries());
    HashFiles hashFiles = new HashFiles(files, session, window);
    long sequence = replay.run(session, hashFiles, dedup, replayed);
    return new Journal(files, options, session, dedup, hashFiles, table, replay, sequence);
  }

  /**
   * Takes one request. Hashing and compression happen on the calling thread. The future completes
   * when the frame is on disk; it fails with an {@link AppendException} (OVERLOADED, STORAGE or
   * CLOSED). It completes on the writer's thread, so what depends on it must be short or go
   * elsewhere.
   *
   * @param payload owned by the journal from here on
   * @param items how many spans, records, points or changes are in it
   * @param receivedNanos now, nanoseconds since the epoch; also the clock of the dedup window
   */
  public CompletableFuture<FrameRef> append(
      FrameKind kind, byte[] payload, int items, long receivedNanos) {
    ContentHash hash = hashes.hash(kind, payload);
    CompletableFuture<FrameRef> future = new CompletableFuture<>();
    DedupWindow.Claim claim = dedup.claim(hash, receivedNanos, future);
    if (claim.durable()) {
      duplicates.incrementAndGet();
      future.complete(new FrameRef(-1, writer.durableSequence(), true));
      return future;
    }
    if (!claim.mine()) {
      return follow(claim.inFlight(), future);
    }
    AppendException refusal = refusal(payload.length);
    if (refusal != null) {
      dedup.release(hash);
      future.completeExceptionally(refusal);
      return future;
    }
    boolean queued = false;
    try {
      byte[] frame = encode(kind, payload, items, receivedNanos, hash);
      queued =
          writer.submit(
              new JournalWriter.Append(frame, kind, receivedNanos, items, payload, hash, future));
    } finally {
      if (!queued) {
        dedup.release(hash);
        gauge.giveUp(payload.length);
        future.completeExceptionally(closed());
      }
    }
    return future;
  }

  /** The same request is on its way to disk: this one is acknowledged, or fails, with it. */
  @SuppressWarnings("FutureReturnValueIgnored") // its outcome is told to the given future
  private CompletableFuture<FrameRef> follow(
      CompletableFuture<FrameRef> first, CompletableFuture<FrameRef> future) {
    first.whenComplete((ref, failure) -> {
      if (failure == null) {
        duplicates.incrementAndGet();
        future.complete(ref.asDuplicate());
      } else {
        future.completeExceptionally(failure);
      }
    });
    return future;
  }

  private AppendException refusal(long size) {
    Problem problem = writer.problem();
    if (problem != null) {
      writer.storageFailures.incrementAndGet();
      return writer.refusal(problem);
    }
    if (!gauge.enter(size)) {
      overloaded.incrementAndGet();
      return new AppendException(
          AppendException.Reason.OVERLOADED,
          "%d of %d bytes wait to be stored".formatted(gauge.bytes(), gauge.limit()),
          gauge.retryAfter());
    }
    return null;
  }

  private byte[] encode(
      FrameKind kind, byte[] payload, int items, long receivedNanos, ContentHash hash) {
    FrameEncoder encoder = encoders.poll();
    if (encoder == null) {
      encoder = new FrameEncoder(options, session.payloadKey());
    }
    try {
      return encoder.encode(
          kind, payload, items, receivedNanos, hash, session.nonces().incrementAndGet());
    } finally {
      if (!encoders.offer(encoder)) {
        encoder.close();
      }
    }
  }

  /** The durable frames, for one consumer thread. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Sequence of the last frame on disk: a consumer that has passed it has seen all of them. */
  public long durableSequence() {
    return writer.durableSequence();
  }

  /** Number of the file that takes the next frame. */
  public long currentFile() {
    return writer.openNumber();
  }

  /**
   * Closes the current file behind the frames that wait now and starts the next one. The consumer
   * is given a {@link Delivery.Rolled} at that place.
   *
   * @return the number of the closed file
   */
  public long roll() {
    CompletableFuture<Long> closed = new CompletableFuture<>();
    if (!writer.submit(new JournalWriter.Roll(closed))) {
      throw closed();
    }
    return closed.join();
  }

  /**
   * Deletes the files up to {@code number}: their data is in sealed segments. Their content hashes
   * are kept for the dedup window.
   *
   * @throws IllegalArgumentException where the file is still being written
   */
  public void delete(long number) throws IOException {
    if (number >= writer.openNumber()) {
      throw new IllegalArgumentException("journal file " + number + " is still being written");
    }
    IOException failure = null;
    for (long file : table.upTo(number)) {
      long[] range = table.dedupRange(file);
      long[] entries = dedup.entries(range[0], range[1]);
      boolean remembered = remember(file, entries);
      if (remembered) {
        files.layer().syncDirectory(files.dir());
      }
      files.layer().delete(files.journal(file));
      table.remove(file);
      if (!remembered && !remember(file, entries)) {
        failure = new IOException("the content hashes of journal file " + file + " were not kept");
      }
    }
    files.layer().syncDirectory(files.dir());
    hashFiles.expire(dedup.newestNanos());
    if (failure != null) {
      throw failure;
    }
  }

  /** On a full disk the journal file has to go first: it is what frees the space. */
  private boolean remember(long file, long[] entries) {
    if (entries.length == 0) {
      return true;
    }
    try {
      hashFiles.write(file, entries);
      return true;
    } catch (IOException e) {
      log.warn("The content hashes of journal file {} cannot be written", file, e);
      return false;
    }
  }

  /** What a person should know: damage found at the start, and the disk's state now. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(replayProblems);
    Problem now = writer.problem();
    if (now != null) {
      all.add(now);
    }
    return all;
  }

  public JournalStats stats() {
    return new JournalStats(
        table.count(),
        table.bytes(),
        table.frames(),
        writer.appended.get(),
        writer.syncs.get(),
        writer.lastSyncMs(),
        duplicates.get(),
        overloaded.get(),
        writer.storageFailures.get(),
        gauge.bytes(),
        gauge.limit(),
        gauge.frames(),
        quarantinedBytes,
        dedup.size());
  }

  static AppendException closed() {
    return new AppendException(AppendException.Reason.CLOSED, "the store is being closed");
  }

  /** Writes what waits, then stops; later appends fail with CLOSED. */
  @Override
  public void close() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    if (writer.submit(new JournalWriter.Stop(stopped))) {
      stopped.join();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    for (FrameEncoder e = encoders.poll(); e != null; e = encoders.poll()) {
      e.close();
    }
  }
}
