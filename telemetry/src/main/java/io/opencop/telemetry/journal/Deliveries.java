package io.opencop.telemetry.journal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The durable frames, in journal order, for ONE consumer thread. A frame's bytes count against the
 * journal's queue limit until the consumer asks for the next delivery, so a slow consumer slows the
 * senders down and not the disk.
 */
public final class Deliveries {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Delivery> queue = new ArrayDeque<>();
  private final QueueGauge gauge;
  private long inHandBytes = -1;
  private boolean ended;

  Deliveries(QueueGauge gauge) {
    this.gauge = gauge;
  }

  /** Waits for the next delivery; null when the journal is closed and all was delivered. */
  public Delivery take() throws InterruptedException {
    return poll(Long.MAX_VALUE);
  }

  /** Waits up to {@code millis}; null where nothing came, or at the end ({@link #ended}). */
  public Delivery poll(long millis) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      finish();
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (queue.isEmpty()) {
        if (ended || left <= 0) {
          return null;
        }
        left = arrived.awaitNanos(left);
      }
      Delivery next = queue.poll();
      if (next instanceof Delivery.Frame frame) {
        inHandBytes = frame.payload().length;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** True when the journal is closed and every frame has been handed out. */
  public boolean ended() {
    lock.lock();
    try {
      return ended && queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Frees the bytes of the delivery in hand before the next one is asked for. */
  public void done() {
    lock.lock();
    try {
      finish();
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    if (inHandBytes >= 0) {
      gauge.leave(inHandBytes);
      inHandBytes = -1;
    }
  }

  void addAll(Collection<? extends Delivery> deliveries) {
    lock.lock();
    try {
      queue.addAll(deliveries);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }
}
