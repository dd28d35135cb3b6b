package io.opencop.telemetry.journal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is inside, from append to the consumer's end of work, and how fast it leaves. */
final class QueueGauge {
  private static final long STEP_NANOS = 250_000_000;

  private final long limit;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong left = new AtomicLong();
  private long stepStart = System.nanoTime();
  private long stepLeft;
  private volatile double bytesPerSecond;

  QueueGauge(long limit) {
    this.limit = limit;
  }

  /** Lets a request in unless the limit is reached already. */
  boolean enter(long size) {
    // Checked before adding: the largest request must fit into an empty queue of any limit.
    if (bytes.get() >= limit) {
      return false;
    }
    bytes.addAndGet(size);
    frames.incrementAndGet();
    return true;
  }

  /** The request did not reach the consumer. */
  void giveUp(long size) {
    bytes.addAndGet(-size);
    frames.decrementAndGet();
  }

  /** The consumer, a single thread, is done with a request. */
  void leave(long size) {
    giveUp(size);
    long total = left.addAndGet(size);
    long now = System.nanoTime();
    if (now - stepStart >= STEP_NANOS) {
      bytesPerSecond = (total - stepLeft) * 1e9 / (now - stepStart);
      stepStart = now;
      stepLeft = total;
    }
  }

  long bytes() {
    return bytes.get();
  }

  long frames() {
    return frames.get();
  }

  long limit() {
    return limit;
  }

  /** When half of what waits should be gone: between 1 and 30 s. */
  Duration retryAfter() {
    double rate = Math.max(bytesPerSecond, 1);
    long seconds = (long) Math.ceil(bytes.get() / 2.0 / rate);
    return Duration.ofSeconds(Math.clamp(seconds, 1, 30));
  }
}
