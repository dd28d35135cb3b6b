package io.opencop.bench.failover;

import io.opencop.bench.target.BenchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * All users, driven by one thread: requests come at random moments, whether or not those before are
 * answered, but a user waits for the answer. Nothing is ever sent a second time.
 */
final class Crowd implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** Closed by us before the gateway does, so that no request meets a connection that is going. */
  private static final long IDLE = TimeUnit.SECONDS.toNanos(30);

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int port;
  private final String host;
  private final List<User> users = new ArrayList<>();
  private final Tally tally;
  private final Judge judge;
  private final Latency latency = new Latency();
  private final Selector selector;
  private final ByteBuffer room = ByteBuffer.allocateDirect(64 * 1024);
  private final Deque<Wire> idle = new ArrayDeque<>();
  private final boolean[] busy;
  private final Random random;
  private final ConcurrentLinkedQueue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private Round round = Round.NONE;
  private volatile double perSecond;
  private volatile boolean closed;
  private volatile Exception failure;
  private long nextDue;
  private long nextSweep;
  private int inFlight;

  /** Every user once: who is still to come, how many at a time, and who waits for the end. */
  private record Round(
      Deque<User> left, Function<User, Ask> ask, int atOnce, CompletableFuture<Void> done) {
    static final Round NONE =
        new Round(new ArrayDeque<>(), _ -> Ask.READ, 0, CompletableFuture.completedFuture(null));
  }

  /**
   * @param port of the gateway on loopback
   * @param host the application's name there
   */
  Crowd(int port, String host, int count, long seed, Tally tally) {
    this.port = port;
    this.host = host;
    this.tally = tally;
    this.judge = new Judge(tally);
    this.random = new Random(seed);
    for (int i = 0; i < count; i++) {
      users.add(new User(i));
    }
    busy = new boolean[count];
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new BenchException("no selector: " + e.getMessage(), e);
    }
    thread = Thread.ofPlatform().daemon().name("crowd").start(this::run);
  }

  Latency latency() {
    return latency;
  }

  /** How many are logged in; exact while nothing is asked. */
  long loggedIn() {
    return users.stream().filter(User::isLoggedIn).count();
  }

  /** Stops a benchmark that no longer asks anything. */
  void check() {
    if (failure != null) {
      throw new BenchException("the users stopped: " + failure, failure);
    }
  }

  /** Each user logs in. */
  CompletableFuture<Void> logIn(int atOnce) {
    return all(_ -> Ask.LOG_IN, atOnce);
  }

  /** Each user reads what the server has. */
  CompletableFuture<Void> readAll(int atOnce) {
    return all(user -> user.isLoggedIn() ? Ask.READ : Ask.LOG_IN, atOnce);
  }

  private CompletableFuture<Void> all(Function<User, Ask> ask, int atOnce) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    orders.add(() -> round = new Round(new ArrayDeque<>(users), ask, atOnce, done));
    selector.wakeup();
    return done;
  }

  /** From now on this many requests a second; 0 for a pause. */
  void steady(double requestsPerSecond) {
    orders.add(() -> {
      perSecond = requestsPerSecond;
      nextDue = System.nanoTime();
    });
    selector.wakeup();
  }

  private void run() {
    try {
      while (!closed) {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
          order.run();
        }
        long now = System.nanoTime();
        begin(now);
        sweep(now);
        long wait = perSecond > 0 ? Math.max(1, (nextDue - now) / 1_000_000) : 50;
        selector.select(this::ready, Math.min(50, wait));
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
      round.done.completeExceptionally(new BenchException("the users stopped: " + e, e));
    } finally {
      selector.keys().forEach(k -> ((Wire) k.attachment()).close());
    }
  }

  private void begin(long now) {
    while (!round.left.isEmpty() && inFlight < round.atOnce) {
      User user = round.left.poll();
      if (busy[user.number()]) {
        // Once more when its answer is there.
        round.left.add(user);
        break;
      }
      send(user, round.ask.apply(user));
    }
    while (perSecond > 0 && nextDue <= now) {
      nextDue += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / perSecond);
      User user = users.get(random.nextInt(users.size()));
      if (!busy[user.number()]) {
        send(user, user.next(random));
      }
    }
  }

  private void send(User user, Ask ask) {
    tally.asked();
    busy[user.number()] = true;
    inFlight++;
    Wire wire = idle.poll();
    try {
      if (wire == null) {
        wire = new Wire(selector, port);
      }
      wire.begin(user, ask, user.request(ask, host));
    } catch (IOException e) {
      if (wire == null) {
        judge.broken(user, ask, false, "no connection", e.toString());
        free(user);
      } else {
        broken(wire, e);
      }
    }
  }

  private void ready(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    try {
      if (wire.ready(room)) {
        User user = wire.user();
        latency.add(System.nanoTime() - wire.since());
        judge.answered(user, wire.ask(), wire.response());
        boolean closes = wire.response().header("connection").equalsIgnoreCase("close");
        wire.done();
        free(user);
        if (closes) {
          wire.close();
        } else {
          idle.push(wire);
        }
      }
    } catch (IOException e) {
      broken(wire, e);
    } catch (NumberFormatException e) {
      broken(wire, new IOException("no HTTP response", e));
    }
  }

  private void broken(Wire wire, IOException e) {
    wire.close();
    if (wire.isBusy()) {
      User user = wire.user();
      judge.broken(user, wire.ask(), wire.hasSent(), e.getClass().getSimpleName(), e.toString());
      wire.done();
      free(user);
    } else {
      idle.remove(wire);
    }
  }

  private void free(User user) {
    busy[user.number()] = false;
    inFlight--;
    if (inFlight == 0 && round.left.isEmpty()) {
      round.done.complete(null);
    }
  }

  private void sweep(long now) {
    if (now < nextSweep) {
      return;
    }
    nextSweep = now + SECOND;
    if (inFlight == 0 && round.left.isEmpty()) {
      round.done.complete(null);
    }
    List<Wire> late = new ArrayList<>();
    for (SelectionKey key : selector.keys()) {
      Wire wire = (Wire) key.attachment();
      if (wire.isOpen() && now - wire.since() > (wire.isBusy() ? PATIENCE : IDLE)) {
        late.add(wire);
      }
    }
    late.forEach(wire -> broken(wire, new IOException("no answer within 60 s")));
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
      selector.close();
    } catch (IOException e) {
      throw new BenchException("the users did not end: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
