package io.opencop.telemetry.query;

/** Instrumentation scope; either may be null. */
public record Scope(String name, String version) {}
