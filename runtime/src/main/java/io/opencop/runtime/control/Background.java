package io.opencop.runtime.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that take their time, for a loop that must not wait: who asks gets the last one, and it
 * is asked again beside as long as somebody wants to know.
 */
final class Background<K, V> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Function<K, V> source;
  private final Duration every;
  private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  private static final class Entry<V> {
    volatile V value;
    volatile long taken;
    volatile long asked;
  }

  Background(Function<K, V> source, Duration every) {
    this.source = source;
    this.every = every;
  }

  /** The last answer; empty where there is none yet, or none that is still true. */
  Optional<V> get(K key) {
    long now = System.nanoTime();
    Entry<V> entry = entries.computeIfAbsent(key, this::begin);
    entry.asked = now;
    boolean fresh = entry.value != null && now - entry.taken < 4 * every.toNanos();
    return fresh ? Optional.of(entry.value) : Optional.empty();
  }

  private Entry<V> begin(K key) {
    Entry<V> entry = new Entry<>();
    entry.asked = System.nanoTime();
    Thread.ofVirtual().name("figures").start(() -> run(key, entry));
    return entry;
  }

  private void run(K key, Entry<V> entry) {
    try {
      // Who decides every 15 s is still there after three of these.
      long idle = Math.max(4 * every.toNanos(), Duration.ofMinutes(1).toNanos());
      while (open && System.nanoTime() - entry.asked < idle) {
        try {
          entry.value = source.apply(key);
          entry.taken = System.nanoTime();
        } catch (RuntimeException e) {
          LOG.warn("figures of {} cannot be had: {}", key, e.toString());
        }
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      entries.remove(key, entry);
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
