package io.opencop.telemetry.store;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.journal.Deliveries;
import io.opencop.telemetry.journal.Delivery;
import io.opencop.telemetry.journal.FrameKind;
import io.opencop.telemetry.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes durable frames in journal order into the hot slice, on one thread, and has slices sealed
 * when they are due, on another.
 */
final class Builder {
  private static final Logger log = LoggerFactory.getLogger(Builder.class);

  private final Slices slices;
  private final SealLoop sealLoop;
  private final StoreOptions options;
  private final ExecutorService sealer =
      Executors.newSingleThreadExecutor(
          r -> Thread.ofPlatform().name("slice-sealer").daemon().unstarted(r));
  private final List<HotSlice> replayed = new ArrayList<>();
  private Journal journal;
  private Thread thread;
  private boolean rolling;
  private final LongAdder badFrames = new LongAdder();
  private volatile double lagMs;

  Builder(Slices slices, SealLoop sealLoop, StoreOptions options) {
    this.slices = slices;
    this.sealLoop = sealLoop;
    this.options = options;
  }

  /** Frames of an earlier run, before {@link #start}. */
  void replayed(Delivery delivery) {
    switch (delivery) {
      case Delivery.Frame frame -> add(frame);
      case Delivery.Rolled rolled -> {
        HotSlice old = slices.roll(rolled.closed(), rolled.opened());
        if (old != null) {
          replayed.add(old);
        }
      }
    }
  }

  void start(Journal opened) {
    journal = opened;
    replayed.forEach(this::seal);
    replayed.clear();
    thread = Thread.ofPlatform().name("slice-builder").daemon().start(this::run);
  }

  /** Begins a new slice; the old one is sealed in the background. */
  void roll() throws InterruptedException {
    long closed = journal.roll();
    // The roll travels behind the frames that were waiting: wait until it has come through.
    while (lastRolled < closed && thread.isAlive()) {
      Thread.sleep(1);
    }
  }

  private volatile long lastRolled;

  /** How old the last frame was when it had been built in, milliseconds. */
  double lagMs() {
    return lagMs;
  }

  /** Frames that were journalled but could not be read; should never happen, and is shown. */
  long badFrames() {
    return badFrames.sum();
  }

  void close() {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
      sealer.shutdown();
      if (!sealer.awaitTermination(30, TimeUnit.SECONDS)) {
        log.warn("closing while a slice is being sealed; its journal file is replayed next time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Deliveries deliveries = journal.deliveries();
    try {
      while (!deliveries.ended()) {
        switch (deliveries.poll(100)) {
          case null -> {}
          case Delivery.Frame frame -> {
            add(frame);
            lagMs = Math.max(0, (Nanos.of(Instant.now()) - frame.receivedNanos()) / 1e6);
          }
          case Delivery.Rolled rolled -> rolled(rolled);
        }
        deliveries.done();
        if (!rolling
            && slices.isDue(options.sliceRows(), options.sliceBytes(), options.sliceAge())) {
          rolling = true;
          journal.roll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rolled(Delivery.Rolled rolled) throws InterruptedException {
    HotSlice old = slices.roll(rolled.closed(), rolled.opened());
    rolling = false;
    lastRolled = rolled.closed();
    if (old != null) {
      seal(old);
      slices.awaitRoom();
    }
  }

  private void add(Delivery.Frame frame) {
    try {
      slices.add(
          frame, frame.kind() == FrameKind.CHANGES ? ChangesFiles.decode(frame.payload()) : null);
    } catch (RuntimeException e) {
      badFrames.increment();
      log.error("frame {} of journal file {} cannot be read", frame.sequence(), frame.file(), e);
    }
  }

  private void seal(HotSlice slice) {
    sealer.execute(() -> sealLoop.seal(slice, journal));
  }
}
