package io.opencop.telemetry.rollup;

/** Calls of one service to one peer (or deliveries from it, for {@link Peer.Kind#QUEUE_IN}). */
public record EdgeKey(String service, Peer peer, boolean error) {}
