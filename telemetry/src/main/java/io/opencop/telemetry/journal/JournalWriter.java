package io.opencop.telemetry.journal;

import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.StoreHealth.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes everything that waits, writes it with one call, forces it
 * with one fsync, hands it to the consumer and then completes the futures: while one group is being
 * forced the next one gathers.
 */
final class JournalWriter implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
  private static final long MAX_GROUP_BYTES = 16L << 20;
  private static final long FREE_CHECK_NANOS = 100_000_000;

  sealed interface Command {}

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Append(
      byte[] frame,
      FrameKind kind,
      long receivedNanos,
      int items,
      byte[] payload,
      ContentHash hash,
      CompletableFuture<FrameRef> future)
      implements Command {}

  record Roll(CompletableFuture<Long> closed) implements Command {}

  record Stop(CompletableFuture<Void> stopped) implements Command {}

  private final JournalFiles files;
  private final JournalOptions options;
  private final Session session;
  private final DedupWindow dedup;
  private final FileTable table;
  private final QueueGauge gauge;
  private final Deliveries deliveries;
  private final LinkedBlockingQueue<Command> waiting = new LinkedBlockingQueue<>();
  private final ByteBuffer staging = CurrentFile.newStaging();

  private CurrentFile current; // null while none could be created
  private volatile long nextNumber;
  private long lastProbe;
  private long lastFreeCheck = System.nanoTime() - FREE_CHECK_NANOS;
  private volatile Problem problem;
  private volatile long sequence;
  private volatile long lastSyncNanos;
  private volatile boolean stopped;
  final AtomicLong syncs = new AtomicLong();
  final AtomicLong appended = new AtomicLong();
  final AtomicLong storageFailures = new AtomicLong();

  JournalWriter(
      JournalFiles files,
      JournalOptions options,
      Session session,
      DedupWindow dedup,
      FileTable table,
      QueueGauge gauge,
      Deliveries deliveries,
      long nextNumber,
      long sequence) {
    this.files = files;
    this.options = options;
    this.session = session;
    this.dedup = dedup;
    this.table = table;
    this.gauge = gauge;
    this.deliveries = deliveries;
    this.nextNumber = nextNumber;
    this.sequence = sequence;
  }

  /** What is wrong with the disk now, or null. Appends fail while it stands. */
  Problem problem() {
    return problem;
  }

  /** Sequence of the last frame that is on disk. */
  long durableSequence() {
    return sequence;
  }

  double lastSyncMs() {
    return lastSyncNanos / 1e6;
  }

  /** Number of the file that takes the next frame. */
  long openNumber() {
    return nextNumber;
  }

  /** Queues a command; false where the writer has stopped. */
  boolean submit(Command command) {
    if (stopped) {
      return false;
    }
    waiting.add(command);
    // The writer may have stopped between the two lines above and never look again.
    return !stopped || !waiting.remove(command);
  }

  @Override
  public void run() {
    tryCreateFile();
    List<Command> batch = new ArrayList<>();
    while (true) {
      batch.clear();
      nextBatch(batch);
      List<Append> group = new ArrayList<>();
      long bytes = 0;
      for (Command command : batch) {
        switch (command) {
          case Append append -> {
            group.add(append);
            bytes += append.frame.length;
            if (bytes >= MAX_GROUP_BYTES) {
              commit(group);
              group = new ArrayList<>();
              bytes = 0;
            }
          }
          case Roll roll -> {
            commit(group);
            group = new ArrayList<>();
            bytes = 0;
            roll.closed.complete(roll());
          }
          case Stop stop -> {
            commit(group);
            stop(stop, batch.subList(batch.indexOf(stop) + 1, batch.size()));
            return;
          }
        }
      }
      commit(group);
    }
  }

  private void nextBatch(List<Command> batch) {
    boolean interrupted = false;
    while (batch.isEmpty()) {
      try {
        Command first =
            problem == null
                ? waiting.take()
                : waiting.poll(options.probeInterval().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch);
        } else {
          probe();
        }
      } catch (InterruptedException e) {
        // Nobody but close() ends this thread: an interrupt would close the file under our hands.
        interrupted = true;
      }
    }
    if (interrupted) {
      log.warn("The journal's writer was interrupted and goes on");
    }
  }

  private void commit(List<Append> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      if (problem != null) {
        probe();
      }
      checkFreeSpace();
      if (problem != null) {
        fail(group, problem);
        return;
      }
      writeAndForce(group);
    } catch (IOException | RuntimeException | Error e) {
      fail(group, suspend(e));
      return;
    }
    List<Delivery> frames = new ArrayList<>(group.size());
    long number = current.number();
    long seq = sequence;
    for (Append a : group) {
      frames.add(new Delivery.Frame(number, ++seq, a.kind, a.receivedNanos, a.items, a.payload));
    }
    table.grow(number, current.durableLength(), group.size());
    appended.addAndGet(group.size());
    // Delivered first: who holds an acknowledgement can wait for the consumer to pass this point.
    deliveries.addAll(frames);
    sequence = seq;
    long at = seq - group.size();
    for (Append a : group) {
      dedup.durable(a.hash, a.receivedNanos);
      a.future.complete(new FrameRef(number, ++at, false));
    }
  }

  private void writeAndForce(List<Append> group) throws IOException {
    boolean written = false;
    try {
      current.write(group.stream().map(Append::frame).toList());
      written = true;
      long start = System.nanoTime();
      current.force();
      lastSyncNanos = System.nanoTime() - start;
      syncs.incrementAndGet();
    } catch (IOException | RuntimeException | Error e) {
      takeBack(written);
      throw e;
    }
  }

  /**
   * The group's frames must not come back at the next start. After a failed fsync the kernel may
   * have dropped pages and call them clean, so that file takes no more frames.
   */
  private void takeBack(boolean forceFailed) {
    boolean suspect = forceFailed;
    try {
      current.rollback();
    } catch (IOException e) {
      log.warn("Journal file {}: a failed write could not be taken back", current.number(), e);
      suspect = true;
    }
    if (suspect) {
      closeCurrent();
    }
  }

  private void fail(List<Append> group, Problem why) {
    storageFailures.addAndGet(group.size());
    for (Append a : group) {
      dedup.release(a.hash);
      gauge.giveUp(a.payload.length);
      a.future.completeExceptionally(refusal(why));
    }
  }

  AppendException refusal(Problem why) {
    return new AppendException(
        AppendException.Reason.STORAGE,
        why.code() + ": " + String.join(", ", why.args()),
        options.probeInterval().compareTo(java.time.Duration.ofSeconds(1)) < 0
            ? java.time.Duration.ofSeconds(1)
            : options.probeInterval());
  }

  private Problem suspend(Throwable e) {
    if (problem == null || !(e instanceof IOException)) {
      log.warn("The journal in {} cannot be written: {}", files.dir(), e.toString());
      log.debug("The journal's failure", e);
    }
    String text = String.valueOf(e.getMessage());
    boolean full = text.contains("No space left") || text.contains("quota");
    lastProbe = System.nanoTime();
    return raise(full ? "disk_full" : "journal_io_error", files.dir().toString(), text);
  }

  private Problem raise(String code, String... args) {
    Problem before = problem;
    Instant since = before != null && before.code().equals(code) ? before.since() : Instant.now();
    Problem now = new Problem(code, List.of(args), since);
    problem = now;
    return now;
  }

  private void checkFreeSpace() throws IOException {
    long now = System.nanoTime();
    if (problem == null && options.minFreeBytes() > 0 && now - lastFreeCheck >= FREE_CHECK_NANOS) {
      lastFreeCheck = now;
      long free = files.layer().usableBytes(files.dir());
      if (free < options.minFreeBytes()) {
        lastProbe = now;
        log.warn("{} bytes free in {}, fewer than {}", free, files.dir(), options.minFreeBytes());
        raise("disk_full", files.dir().toString(), Long.toString(free));
      }
    }
  }

  /** Tries whether the disk takes data again. */
  private void probe() {
    long now = System.nanoTime();
    if (now - lastProbe < options.probeInterval().toNanos()) {
      return;
    }
    lastProbe = now;
    try {
      long free = files.layer().usableBytes(files.dir());
      if (options.minFreeBytes() > 0 && free < options.minFreeBytes()) {
        raise("disk_full", files.dir().toString(), Long.toString(free));
        return;
      }
      if (current == null) {
        createFile();
      }
      current.probe();
      log.info("The journal in {} can be written again", files.dir());
      problem = null;
    } catch (IOException | RuntimeException e) {
      suspend(e);
      if (current != null) {
        takeBack(true);
      }
    }
  }

  private void createFile() throws IOException {
    long now = System.currentTimeMillis() * 1_000_000;
    current = CurrentFile.create(files, nextNumber, session.header(nextNumber, now), staging);
    table.put(nextNumber, new FileTable.Entry(current.durableLength(), 0, dedup.position()));
  }

  private void tryCreateFile() {
    try {
      createFile();
    } catch (IOException | RuntimeException e) {
      suspend(e);
    }
  }

  /** Closes the current file for good; the next one has the next number. */
  private void closeCurrent() {
    long number = current.number();
    try {
      current.close();
    } catch (IOException e) {
      log.warn("Journal file {} could not be closed", number, e);
    }
    current = null;
    nextNumber = number + 1;
    deliveries.addAll(List.of(new Delivery.Rolled(number, nextNumber)));
  }

  private long roll() {
    if (current != null) {
      closeCurrent();
      tryCreateFile();
    }
    return nextNumber - 1;
  }

  /**
   * @param behind commands that were taken out of the queue together with the stop, after it
   */
  private void stop(Stop stop, List<Command> behind) {
    stopped = true;
    try {
      if (current != null) {
        current.close();
      }
    } catch (IOException e) {
      log.warn("Journal file {} could not be closed", current.number(), e);
    }
    behind.forEach(this::refuse);
    for (Command left = waiting.poll(); left != null; left = waiting.poll()) {
      refuse(left);
    }
    deliveries.end();
    stop.stopped.complete(null);
  }

  private void refuse(Command late) {
    switch (late) {
      case Append a -> {
        dedup.release(a.hash);
        gauge.giveUp(a.payload.length);
        a.future.completeExceptionally(Journal.closed());
      }
      case Roll r -> r.closed.complete(nextNumber - 1);
      case Stop s -> s.stopped.complete(null);
    }
  }
}
