package io.opencop.telemetry.query;

/**
 * What an answer cost.
 *
 * @param rowsRead rows looked at after pruning
 * @param bytesRead compressed bytes of the segments and columns opened, as far as known
 * @param segments files opened
 */
public record Cost(long rowsRead, long bytesRead, int segments, double elapsedMs) {}
