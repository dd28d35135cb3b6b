package io.opencop.telemetry.query;

/**
 * Rate, errors, duration.
 *
 * @param rate per second, over the part of the range since the first signal (of any kind) of the
 *     service; of the whole platform's since anybody's; of a version or an instance since its first
 *     request
 * @param errorRatio 0..1
 * @param avgMs milliseconds, as are the percentiles; null where count is 0
 */
public record Red(
    long count,
    long errors,
    double rate,
    double errorRatio,
    Double avgMs,
    Double p50Ms,
    Double p95Ms,
    Double p99Ms) {}
