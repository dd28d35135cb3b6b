package io.opencop.telemetry.rollup;

/**
 * The other end of a call as the caller names it.
 *
 * @param kind what it is
 * @param system db.system.name, messaging.system, rpc.system or the protocol; may be empty
 * @param name host and port, database, destination; the span's name where nothing better is known
 */
public record Peer(Kind kind, String system, String name) {
  /** What kind of peer; also which way the data goes for queues. */
  public enum Kind {
    HTTP,
    RPC,
    DATABASE,
    QUEUE_OUT,
    QUEUE_IN,
    UNNAMED
  }
}
