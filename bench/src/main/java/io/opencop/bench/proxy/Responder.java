package io.opencop.bench.proxy;

import io.opencop.bench.target.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.EnumMap;
import java.util.Map;

/**
 * The application behind the proxies: one thread that does nothing but answer, so that what is
 * measured is the proxies.
 */
final class Responder implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final ServerSocketChannel server;
  private final Selector selector;
  private final Thread thread;

  Responder() {
    try {
      selector = Selector.open();
      server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      throw new BenchException("no port on loopback for the application: " + e.getMessage(), e);
    }
    thread = Thread.ofPlatform().daemon().name("application").start(this::run);
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private static final class Peer {
    private final SocketChannel channel;
    private final Message message = new Message();
    private final Map<Call, ByteBuffer> answers = new EnumMap<>(Call.class);

    private Peer(SocketChannel channel) {
      this.channel = channel;
      for (Call call : Call.values()) {
        answers.put(call, call.response());
      }
    }

    private void serve() throws IOException {
      if (message.read(channel)) {
        Call call = Call.of(message.letter());
        message.next();
        Message.write(channel, answers.get(call));
      }
    }
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::ready);
      }
    } catch (IOException | java.nio.channels.ClosedSelectorException _) {
      // Closed: the benchmark is over.
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.attachment() instanceof Peer peer) {
        peer.serve();
      } else {
        SocketChannel channel = server.accept();
        if (channel != null) {
          channel.configureBlocking(false);
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
          channel.register(selector, SelectionKey.OP_READ, new Peer(channel));
        }
      }
    } catch (IOException e) {
      key.cancel();
      try {
        key.channel().close();
      } catch (IOException _) {
        // It is gone either way.
      }
    }
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
      thread.join();
    } catch (IOException e) {
      throw new BenchException("the application did not end: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
