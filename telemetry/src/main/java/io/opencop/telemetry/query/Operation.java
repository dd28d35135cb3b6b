package io.opencop.telemetry.query;

/**
 * One entry operation of a service.
 *
 * @param kind {@code server} or {@code consumer}
 */
public record Operation(String service, String operation, String kind, Red red) {}
