package io.opencop.shop.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service's fixed address: passes TCP connections on to whichever instance is current, as a
 * cluster's service address would, so that a release can replace an instance under load.
 */
final class Vip implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int CONNECT_MILLIS = 1000;

  private final ServerSocket server;
  private final ExecutorService relays =
      Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "vip", 256 << 10);
        thread.setDaemon(true);
        return thread;
      });
  private volatile int target;

  /** Listens on 127.0.0.1; {@code port} 0 means any free one. */
  Vip(int port) throws IOException {
    server = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
    relays.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** New connections go to this port; those there are stay where they are. */
  void pointAt(int instancePort) {
    target = instancePort;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        relays.execute(() -> relay(client));
      } catch (IOException e) {
        // closed, or one connection lost: the loop's condition tells
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket instance = new Socket()) {
      instance.connect(new InetSocketAddress("127.0.0.1", target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      instance.setTcpNoDelay(true);
      relays.execute(() -> pump(instance, client));
      pump(client, instance);
    } catch (IOException e) {
      // No instance: closing the client's connection is the answer.
    }
  }

  /** Copies until the end, then ends both: HTTP has no use for half a connection. */
  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 << 10];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // either side went away
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    relays.shutdownNow();
  }
}
