package io.opencop.telemetry.query;

/**
 * Rate, errors, duration.
 *
 * @param rate per second over the range
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
