package io.opencop.bench.failover;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection to the gateway, with the request that is on it. */
final class Wire {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Response response = new Response();
  private ByteBuffer out = ByteBuffer.allocate(0);
  private User user;
  private Ask ask;
  private long since;
  private boolean sent;

  Wire(Selector selector, int port) throws IOException {
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    boolean open = channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    key = channel.register(selector, open ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
  }

  User user() {
    return user;
  }

  Ask ask() {
    return ask;
  }

  Response response() {
    return response;
  }

  boolean isBusy() {
    return user != null;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** When its request began, or its last one ended. */
  long since() {
    return since;
  }

  /** Whether a byte of the request has gone out. */
  boolean hasSent() {
    return sent;
  }

  void begin(User who, Ask what, byte[] request) throws IOException {
    user = who;
    ask = what;
    since = System.nanoTime();
    sent = false;
    response.next();
    out = ByteBuffer.wrap(request);
    if (channel.isConnected()) {
      write();
    }
  }

  private void write() throws IOException {
    sent |= channel.write(out) > 0;
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Does what can be done; whether the response is complete. */
  boolean ready(ByteBuffer room) throws IOException {
    if (key.isConnectable()) {
      channel.finishConnect();
      write();
      return false;
    }
    if (key.isWritable()) {
      write();
    }
    if (!key.isReadable()) {
      return false;
    }
    room.clear();
    int n = channel.read(room);
    if (n < 0) {
      throw new EOFException(
          response.begun() ? "closed within the response" : "closed without a response");
    }
    room.flip();
    if (!isBusy()) {
      throw new IOException("bytes nobody asked for");
    }
    return response.take(room);
  }

  void done() {
    user = null;
    ask = null;
    since = System.nanoTime();
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }
}
