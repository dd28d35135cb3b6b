package io.opencop.runtime.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports for instances, below those the kernel gives to outgoing connections, so that none is
 * taken between our look and the instance's listening.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 29_999;

  /** Anywhere in the range, so that two platforms on one machine seldom want the same. */
  private int next = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);

  /** A port nobody listens on and that is not in {@code taken}. */
  synchronized int free(Set<Integer> taken) {
    for (int tries = FIRST; tries <= LAST; tries++) {
      int port = next;
      next = next == LAST ? FIRST : next + 1;
      if (!taken.contains(port) && unused(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free from " + FIRST + " to " + LAST);
  }

  static boolean unused(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
