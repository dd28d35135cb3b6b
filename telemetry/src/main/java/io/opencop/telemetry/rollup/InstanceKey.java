package io.opencop.telemetry.rollup;

/** Entry spans again, by who served them. */
public record InstanceKey(String service, String version, String instance, boolean error) {}
