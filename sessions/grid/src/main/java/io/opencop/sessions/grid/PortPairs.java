package io.opencop.sessions.grid;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports nobody uses, each with a free one after it. */
final class PortPairs {
  private static final int TRIES = 1_000;

  private PortPairs() {}

  /**
   * @param count of pairs
   * @return the lower port of each
   */
  static int[] free(String host, int count) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    List<ServerSocket> open = new ArrayList<>();
    int[] ports = new int[count];
    int found = 0;
    try {
      for (int i = 0; i < TRIES && found < count; i++) {
        ServerSocket lower = new ServerSocket(0, 1, address);
        open.add(lower);
        try {
          open.add(new ServerSocket(lower.getLocalPort() + 1, 1, address));
          ports[found++] = lower.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
          // Taken, or there is no higher one: the next pair.
        }
      }
    } finally {
      for (ServerSocket socket : open) {
        socket.close();
      }
    }
    if (found < count) {
      throw new IOException("no " + count + " pairs of free ports");
    }
    return ports;
  }
}
