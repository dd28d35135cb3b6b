package io.opencop.bench.sessions;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of the load, with at most one request on its way. */
final class Line implements AutoCloseable {
  final Answers answer = new Answers();

  /** Whose request is on its way. */
  Visitor visitor;

  /** When it was to be sent, by the nano clock. */
  long due;

  private final SocketChannel channel;

  /** Blocking only while it connects. */
  Line(int port, Selector selector) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** A request is far smaller than what a socket of an idle connection takes. */
  void send(byte[] request) throws IOException {
    answer.next();
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** Whether the whole answer is there now. */
  boolean read() throws IOException {
    byte[] bytes = answer.bytes();
    if (answer.filled() == bytes.length) {
      throw new IOException("an answer of more than 64 KB: " + answer.text());
    }
    int n = channel.read(ByteBuffer.wrap(bytes, answer.filled(), bytes.length - answer.filled()));
    if (n < 0) {
      throw new EOFException("the application closed a connection: " + answer.text());
    }
    return n > 0 && answer.add(n);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
