package io.opencop.telemetry;

/**
 * @param segments segments written
 * @param rows rows in them, all signals
 * @param elapsedMs wall time
 */
public record SealReport(int segments, long rows, double elapsedMs) {}
