package io.opencop.telemetry.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers requests by content hash: those on their way to disk and those on it. Thread-safe.
 *
 * <p>A hash is known while it is among the last {@code capacity} durable ones and its age is within
 * the window. Both are properties of the journal's content, so replay comes to the same answer.
 */
final class DedupWindow {
  /** What a claim found; exactly one of the three holds. */
  record Claim(boolean durable, CompletableFuture<FrameRef> inFlight, boolean mine) {
    private static final Claim DURABLE = new Claim(true, null, false);
    private static final Claim MINE = new Claim(false, null, true);
  }

  private final long windowNanos;
  private final int capacity;
  private final Map<ContentHash, CompletableFuture<FrameRef>> inFlight = new HashMap<>();

  // Durable entries in the order they came: a ring of (hi, lo, time), and an open-addressing table
  // of ring slots + 1. Both grow by doubling up to the capacity.
  private long[] ring = new long[3 * 1024];
  private int[] table = new int[4 * 1024];
  private long first; // sequence of the oldest entry
  private long next; // sequence of the next entry to come
  private long newestNanos = Long.MIN_VALUE / 2;

  DedupWindow(long windowNanos, int capacity) {
    this.windowNanos = windowNanos;
    this.capacity = capacity;
  }

  /** Claims a hash for {@code future}; the caller writes the frame only where it is mine. */
  synchronized Claim claim(ContentHash hash, long nowNanos, CompletableFuture<FrameRef> future) {
    if (contains(hash, nowNanos)) {
      return Claim.DURABLE;
    }
    CompletableFuture<FrameRef> before = inFlight.putIfAbsent(hash, future);
    return before == null ? Claim.MINE : new Claim(false, before, false);
  }

  /** The claimed frame did not reach the disk. */
  synchronized void release(ContentHash hash) {
    inFlight.remove(hash);
  }

  /** The frame is on disk. */
  synchronized void durable(ContentHash hash, long receivedNanos) {
    inFlight.remove(hash);
    add(hash, receivedNanos);
  }

  /** For replay: remembers the hash; false where it was known already. */
  synchronized boolean restore(ContentHash hash, long receivedNanos) {
    if (contains(hash, receivedNanos)) {
      return false;
    }
    add(hash, receivedNanos);
    return true;
  }

  /** The latest received time of any durable request: how far the window has moved. */
  synchronized long newestNanos() {
    return newestNanos;
  }

  synchronized int size() {
    return (int) (next - first);
  }

  /** How many durable hashes there have been; the position of the next one. */
  synchronized long position() {
    return next;
  }

  /** The entries still held with positions in [from, to), as triples of hi, lo, time. */
  synchronized long[] entries(long from, long to) {
    long start = Math.max(from, first);
    int n = (int) Math.max(0, Math.min(to, next) - start);
    long[] out = new long[3 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(ring, 3 * slot(start + i), out, 3 * i, 3);
    }
    return out;
  }

  private boolean contains(ContentHash hash, long nowNanos) {
    int i = find(hash);
    return table[i] != 0 && nowNanos - ring[3 * (table[i] - 1) + 2] <= windowNanos;
  }

  private void add(ContentHash hash, long timeNanos) {
    int known = find(hash);
    if (table[known] != 0) {
      // Older than the window, else it would have been a duplicate: the new one takes its place in
      // the table, and the old ring slot is skipped when it is evicted.
      table[known] = 0;
      closeGap(known);
    }
    if (next - first == capacity) {
      evictOldest();
    }
    if (next - first == ring.length / 3) {
      grow();
    }
    int slot = slot(next++);
    ring[3 * slot] = hash.hi();
    ring[3 * slot + 1] = hash.lo();
    ring[3 * slot + 2] = timeNanos;
    newestNanos = Math.max(newestNanos, timeNanos);
    table[find(hash)] = slot + 1;
  }

  private void evictOldest() {
    int slot = slot(first++);
    int i = find(ring[3 * slot], ring[3 * slot + 1]);
    if (table[i] == slot + 1) {
      table[i] = 0;
      closeGap(i);
    }
  }

  private void grow() {
    int n = ring.length / 3;
    long[] old = ring;
    long oldFirst = first;
    ring = new long[6 * n];
    table = new int[2 * table.length];
    for (long p = oldFirst; p < next; p++) {
      int from = (int) (p % n);
      int to = slot(p);
      System.arraycopy(old, 3 * from, ring, 3 * to, 3);
      // A later entry of the same hash overwrites an expired earlier one, as add does.
      table[find(ring[3 * to], ring[3 * to + 1])] = to + 1;
    }
  }

  private int slot(long position) {
    return (int) (position % (ring.length / 3));
  }

  private int find(ContentHash hash) {
    return find(hash.hi(), hash.lo());
  }

  private int find(long hi, long lo) {
    int mask = table.length - 1;
    int i = home(hi, lo);
    while (table[i] != 0) {
      int slot = 3 * (table[i] - 1);
      if (ring[slot] == hi && ring[slot + 1] == lo) {
        return i;
      }
      i = (i + 1) & mask;
    }
    return i;
  }

  private int home(long hi, long lo) {
    return (int) (hi ^ lo) & (table.length - 1);
  }

  /** Linear probing without tombstones: moves entries back over the freed place. */
  private void closeGap(int freed) {
    int mask = table.length - 1;
    int gap = freed;
    int i = (gap + 1) & mask;
    while (table[i] != 0) {
      int slot = 3 * (table[i] - 1);
      int home = home(ring[slot], ring[slot + 1]);
      if (((i - home) & mask) >= ((i - gap) & mask)) {
        table[gap] = table[i];
        table[i] = 0;
        gap = i;
      }
      i = (i + 1) & mask;
    }
  }
}
