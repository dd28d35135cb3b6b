package io.opencop.telemetry.query;

/** A value and how often it occurs in the range. */
public record AttributeValue(String value, long count) {}
