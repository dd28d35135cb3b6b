package io.opencop.telemetry.query;

/**
 * @param type string, int, double or bool
 */
public record AttributeKey(String key, String type, boolean resource) {}
