package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Peer;

/**
 * Calls of one service to one peer.
 *
 * @param inbound the data comes from the peer: a delivery from a queue
 */
public record EdgeKey(String service, Peer peer, boolean inbound, boolean error) {}
