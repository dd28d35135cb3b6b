package io.opencop.telemetry.rollup;

/**
 * Who sent: one resource as the roll-ups see it.
 *
 * @param instance service.instance.id, k8s.pod.name or host.name; "" where unknown
 */
public record Source(String service, String version, String instance) {}
