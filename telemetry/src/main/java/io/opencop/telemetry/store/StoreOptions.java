package io.opencop.telemetry.store;

import io.opencop.model.Signal;
import io.opencop.telemetry.assemble.TraceAssembler;
import io.opencop.telemetry.journal.JournalOptions;
import io.opencop.telemetry.otlp.OtlpLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a store behaves.
 *
 * @param journal journal, queue and dedup window
 * @param limits what one item may carry
 * @param itemsPerRequest most spans, records or points of one request; a request with more is
 *     refused
 * @param spansPerTrace most spans of the answer to one trace; the earliest are kept
 * @param sliceRows rows of one kind after which a slice is sealed
 * @param sliceBytes request bytes after which a slice is sealed
 * @param sliceAge age after which a slice is sealed, if it holds anything
 * @param operationsPerService distinct operation names counted apart
 * @param retention by age, per signal
 * @param retentionBytes sealed bytes of all signals together; the oldest go first
 * @param compression zstd level of segments, 1..19
 * @param queryMemoryBytes what the query engine may use
 * @param redact takes secrets out of texts before they are stored
 * @param redactPatterns further secrets
 */
public record StoreOptions(
    JournalOptions journal,
    OtlpLimits limits,
    int itemsPerRequest,
    int spansPerTrace,
    int sliceRows,
    long sliceBytes,
    Duration sliceAge,
    int operationsPerService,
    Map<Signal, Duration> retention,
    long retentionBytes,
    int compression,
    long queryMemoryBytes,
    boolean redact,
    List<Pattern> redactPatterns) {

  public static StoreOptions defaults() {
    return new StoreOptions(
        JournalOptions.defaults(),
        OtlpLimits.DEFAULT,
        500_000,
        TraceAssembler.MAX_SPANS,
        512 * 1024,
        256L << 20,
        Duration.ofMinutes(5),
        1000,
        Map.of(
            Signal.SPANS, Duration.ofDays(7),
            Signal.LOGS, Duration.ofDays(14),
            Signal.METRICS, Duration.ofDays(30)),
        50L << 30,
        1,
        512L << 20,
        true,
        List.of());
  }

  /** The same with other bounds of a slice. */
  public StoreOptions withSlice(int rows, long bytes, Duration age) {
    return new StoreOptions(
        journal,
        limits,
        itemsPerRequest,
        spansPerTrace,
        rows,
        bytes,
        age,
        operationsPerService,
        retention,
        retentionBytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }

  /** The same with another journal. */
  public StoreOptions withJournal(JournalOptions other) {
    return new StoreOptions(
        other,
        limits,
        itemsPerRequest,
        spansPerTrace,
        sliceRows,
        sliceBytes,
        sliceAge,
        operationsPerService,
        retention,
        retentionBytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }

  /** The same keeping less or more. */
  public StoreOptions withRetention(Map<Signal, Duration> ages, long bytes) {
    return new StoreOptions(
        journal,
        limits,
        itemsPerRequest,
        spansPerTrace,
        sliceRows,
        sliceBytes,
        sliceAge,
        operationsPerService,
        ages,
        bytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }

  /** The same with another bound on operations. */
  public StoreOptions withOperationsPerService(int limit) {
    return new StoreOptions(
        journal,
        limits,
        itemsPerRequest,
        spansPerTrace,
        sliceRows,
        sliceBytes,
        sliceAge,
        limit,
        retention,
        retentionBytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }

  /** The same with another bound on what one request may hold. */
  public StoreOptions withItemsPerRequest(int limit) {
    return new StoreOptions(
        journal,
        limits,
        limit,
        spansPerTrace,
        sliceRows,
        sliceBytes,
        sliceAge,
        operationsPerService,
        retention,
        retentionBytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }

  /** The same with another bound on the answer to one trace. */
  public StoreOptions withSpansPerTrace(int limit) {
    return new StoreOptions(
        journal,
        limits,
        itemsPerRequest,
        limit,
        sliceRows,
        sliceBytes,
        sliceAge,
        operationsPerService,
        retention,
        retentionBytes,
        compression,
        queryMemoryBytes,
        redact,
        redactPatterns);
  }
}
