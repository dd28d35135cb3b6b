package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Peer;

/** A peer name of a client service and the service that was seen to answer behind it. */
public record Pair(String client, Peer peer, String server) {}
