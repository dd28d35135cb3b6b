package io.opencop.telemetry.query;

/** A value and what it cost to find. */
public record Answer<T>(T value, Cost cost) {}
