package io.opencop.bench.proxy;

import io.opencop.bench.target.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Clients on kept connections, driven by the thread that calls. */
final class Clients implements AutoCloseable {
  /** Timers of the kernel are no finer; what it adds to a latency, it adds with every proxy. */
  private static final long NAP_NANOS = 50_000;

  private final Selector selector;
  private final Deque<Client> idle = new ArrayDeque<>();
  private final String name;
  private long number;
  private Latencies latencies = new Latencies();

  /** What one run gave: requests answered, seconds, and how long each took. */
  record Result(long requests, double seconds, Latencies latencies) {
    double perSecond() {
      return requests / seconds;
    }
  }

  /**
   * @param name of what listens there, for messages
   */
  Clients(String name, int port, int connections) {
    this.name = name;
    try {
      selector = Selector.open();
      for (int i = 0; i < connections; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Client client = new Client(channel);
        channel.register(selector, SelectionKey.OP_READ, client);
        idle.add(client);
      }
    } catch (IOException e) {
      throw new BenchException(name + ": " + e.getMessage(), e);
    }
  }

  private final class Client {
    private final SocketChannel channel;
    private final Message message = new Message();
    private final Map<Call, ByteBuffer> requests = new EnumMap<>(Call.class);
    private long since;

    private Client(SocketChannel channel) {
      this.channel = channel;
      for (Call call : Call.values()) {
        requests.put(call, call.request());
      }
    }

    private void send(long due) throws IOException {
      since = due;
      Message.write(channel, requests.get(Call.number(number++)));
    }

    private void ready() {
      try {
        if (message.read(channel)) {
          if (!message.ok()) {
            throw new IOException(message.firstLine());
          }
          message.next();
          latencies.add(System.nanoTime() - since);
          idle.add(this);
        }
      } catch (IOException e) {
        throw new BenchException(name + ": " + e.getMessage(), e);
      }
    }
  }

  /** As fast as it goes: each client asks again as soon as it is answered. */
  Result flatOut(Duration time) {
    return run(time, 0);
  }

  /** So many requests a second, whether or not those before are answered. */
  Result paced(Duration time, double perSecond) {
    return run(time, (long) (1e9 / perSecond));
  }

  private Result run(Duration time, long every) {
    latencies = new Latencies();
    int all = idle.size();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long due = start;
    try {
      long now = start;
      while (now < end) {
        while (!idle.isEmpty() && (every == 0 || due <= now)) {
          // What waited for a free client waited: its time counts from when it was due.
          idle.poll().send(every == 0 ? now : due);
          due += every;
        }
        wait(every, due - System.nanoTime());
        now = System.nanoTime();
      }
      long finished = now;
      long answered = latencies.count();
      while (idle.size() < all && now < finished + Duration.ofSeconds(10).toNanos()) {
        selector.select(key -> ((Client) key.attachment()).ready(), 100);
        now = System.nanoTime();
      }
      if (idle.size() < all) {
        throw new BenchException(name + ": " + (all - idle.size()) + " requests got no answer");
      }
      return new Result(answered, (finished - start) / 1e9, latencies);
    } catch (IOException e) {
      throw new BenchException(name + ": " + e.getMessage(), e);
    }
  }

  private void wait(long every, long nanos) throws IOException {
    if (every == 0) {
      selector.select(key -> ((Client) key.attachment()).ready(), 100);
    } else if (selector.selectNow(key -> ((Client) key.attachment()).ready()) == 0 && nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
    }
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new BenchException(name + ": " + e.getMessage(), e);
    }
  }
}
