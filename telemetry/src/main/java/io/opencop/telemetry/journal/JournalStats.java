package io.opencop.telemetry.journal;

/**
 * The journal's figures for the health page. Counters count since it was opened.
 *
 * @param files journal files on disk
 * @param bytes their size
 * @param frames frames in them
 * @param appended frames made durable
 * @param syncs fsyncs
 * @param lastSyncMs how long the last one took
 * @param duplicates requests recognised as sent again
 * @param overloaded requests refused because the queue was full
 * @param storageFailures requests refused because the disk was full or failed
 * @param queuedBytes uncompressed bytes waiting for the disk or the consumer
 * @param queuedFrames frames waiting there
 * @param quarantinedBytes damaged bytes set aside when it was opened
 * @param dedupEntries requests remembered
 */
public record JournalStats(
    int files,
    long bytes,
    long frames,
    long appended,
    long syncs,
    double lastSyncMs,
    long duplicates,
    long overloaded,
    long storageFailures,
    long queuedBytes,
    long queueLimitBytes,
    long queuedFrames,
    long quarantinedBytes,
    int dedupEntries) {}
