package io.opencop.telemetry.journal;

import java.time.Duration;
import java.util.Objects;

/**
 * @param queueLimitBytes uncompressed bytes that may wait for disk or consumer; beyond it append
 *     fails with OVERLOADED. One request more than the limit may be inside.
 * @param compressionLevel zstd level, negative ones included; {@link #NO_COMPRESSION} for none
 * @param compressFromBytes smaller payloads are stored as they are
 * @param dedupWindow how long a request is recognised when it is sent again
 * @param dedupEntries how many requests are remembered at most
 * @param minFreeBytes append fails with STORAGE while the disk has less than this free, so that
 *     sealing, which frees space, has room to work in
 * @param probeInterval how often a failed disk is tried again
 * @param key encrypts payloads at rest; null stores them in the clear
 */
public record JournalOptions(
    long queueLimitBytes,
    int compressionLevel,
    int compressFromBytes,
    Duration dedupWindow,
    int dedupEntries,
    long minFreeBytes,
    Duration probeInterval,
    JournalKey key) {

  /** A compression level that means none. */
  public static final int NO_COMPRESSION = Integer.MIN_VALUE;

  public JournalOptions {
    Objects.requireNonNull(dedupWindow, "dedupWindow");
    Objects.requireNonNull(probeInterval, "probeInterval");
    if (queueLimitBytes <= 0 || dedupEntries <= 0 || probeInterval.isZero()) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** The defaults, without encryption. */
  public static JournalOptions defaults() {
    return new JournalOptions(
        64L << 20,
        -5,
        256,
        Duration.ofMinutes(15),
        1_000_000,
        64L << 20,
        Duration.ofSeconds(1),
        null);
  }

  public JournalOptions withKey(JournalKey value) {
    return new JournalOptions(
        queueLimitBytes,
        compressionLevel,
        compressFromBytes,
        dedupWindow,
        dedupEntries,
        minFreeBytes,
        probeInterval,
        value);
  }

  public JournalOptions withQueueLimitBytes(long value) {
    return new JournalOptions(
        value,
        compressionLevel,
        compressFromBytes,
        dedupWindow,
        dedupEntries,
        minFreeBytes,
        probeInterval,
        key);
  }

  public JournalOptions withCompressionLevel(int value) {
    return new JournalOptions(
        queueLimitBytes,
        value,
        compressFromBytes,
        dedupWindow,
        dedupEntries,
        minFreeBytes,
        probeInterval,
        key);
  }

  public JournalOptions withDedup(Duration window, int entries) {
    return new JournalOptions(
        queueLimitBytes,
        compressionLevel,
        compressFromBytes,
        window,
        entries,
        minFreeBytes,
        probeInterval,
        key);
  }

  public JournalOptions withDisk(long minFree, Duration probe) {
    return new JournalOptions(
        queueLimitBytes,
        compressionLevel,
        compressFromBytes,
        dedupWindow,
        dedupEntries,
        minFree,
        probe,
        key);
  }
}
