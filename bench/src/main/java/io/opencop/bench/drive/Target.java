package io.opencop.bench.drive;

import java.io.IOException;

/**
 * Where and how to send.
 *
 * @param port on loopback
 * @param protocol of OTLP
 * @param packing on the wire
 * @param connections at a time
 * @param window requests sent ahead on each
 */
public record Target(int port, Protocol protocol, Packing packing, int connections, int window) {
  /** The protocols of OTLP, both with protobuf. */
  public enum Protocol {
    HTTP,
    GRPC
  }

  public Target withConnections(int other) {
    return new Target(port, protocol, packing, other, window);
  }

  Link open() throws IOException {
    return protocol == Protocol.GRPC ? new GrpcLink(port, packing) : new HttpLink(port, packing);
  }
}
