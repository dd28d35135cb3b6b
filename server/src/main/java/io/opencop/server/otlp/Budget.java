package io.opencop.server.otlp;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes held by all requests together that are not on disk yet: what has arrived, and what it was
 * inflated to. It is what keeps the memory of the receiver bounded whatever is sent; when it is
 * used up, senders are told to come back.
 */
public final class Budget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  public Budget(long limitBytes) {
    this.limit = limitBytes;
  }

  /** Takes so many bytes, or none and answers false where they are not to be had. */
  boolean take(long bytes) {
    if (used.addAndGet(bytes) <= limit) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void give(long bytes) {
    used.addAndGet(-bytes);
  }

  public long used() {
    return used.get();
  }

  public long limit() {
    return limit;
  }
}
