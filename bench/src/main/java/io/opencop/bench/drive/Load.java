package io.opencop.bench.drive;

import io.opencop.bench.generate.RequestPool;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Sends requests over several connections until their number is reached or it is told to stop. A
 * connection that breaks ends; the requests it had no answer to are remembered.
 */
public final class Load {
  private final RequestPool pool;
  private final Target target;
  private final LongSupplier numbers;
  private final double itemsPerSecond;
  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> unanswered = new ConcurrentLinkedQueue<>();
  private final boolean remembering;
  private final AtomicLong pacedItems = new AtomicLong();
  private final LongAdder requests = new LongAdder();
  private final LongAdder items = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder bodyBytes = new LongAdder();
  private final LongAdder later = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private long begunNanos;
  private volatile boolean stopped;

  private Load(
      RequestPool pool,
      Target target,
      LongSupplier numbers,
      double itemsPerSecond,
      boolean remembering) {
    this.pool = pool;
    this.target = target;
    this.numbers = numbers;
    this.itemsPerSecond = itemsPerSecond;
    this.remembering = remembering;
  }

  /** As fast as answers come: requests {@code first} to {@code first + count - 1}. */
  public static Load full(RequestPool pool, Target target, long first, long count) {
    return new Load(pool, target, range(first, count), 0, false);
  }

  /** Evenly at this rate. */
  public static Load paced(
      RequestPool pool, Target target, long first, long count, double itemsPerSecond) {
    return new Load(pool, target, range(first, count), itemsPerSecond, false);
  }

  /** As fast as answers come until stopped, remembering which requests were acknowledged. */
  public static Load remembered(RequestPool pool, Target target, long first, long count) {
    return new Load(pool, target, range(first, count), 0, true);
  }

  /** These, remembering which of them were acknowledged. */
  public static Load again(RequestPool pool, Target target, List<Long> numbers) {
    Iterator<Long> each = List.copyOf(numbers).iterator();
    return new Load(pool, target, () -> each.hasNext() ? each.next() : -1, 0, true);
  }

  private static LongSupplier range(long first, long count) {
    AtomicLong next = new AtomicLong(first);
    return () -> {
      long n = next.getAndIncrement();
      return n < first + count ? n : -1;
    };
  }

  public Load start() {
    begunNanos = System.nanoTime();
    for (int i = 0; i < target.connections(); i++) {
      RequestPool own = pool.copy();
      threads.add(Thread.ofPlatform().name("load-" + i).daemon().start(() -> run(own)));
    }
    return this;
  }

  /** No new request is begun. */
  public void stop() {
    stopped = true;
  }

  /** Waits until every connection has ended. */
  public Sent join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    return sent();
  }

  /** What was sent so far. */
  public Sent sent() {
    return new Sent(
        requests.sum(),
        items.sum(),
        bytes.sum(),
        bodyBytes.sum(),
        later.sum(),
        refused.sum(),
        List.copyOf(acknowledged),
        List.copyOf(unanswered),
        List.copyOf(failures),
        (System.nanoTime() - begunNanos) / 1e9);
  }

  private void run(RequestPool own) {
    Deque<Long> inFlight = new ArrayDeque<>();
    try (Link link = target.open()) {
      for (long n = claim(); n >= 0; n = claim()) {
        pace(own.items(n));
        if (inFlight.size() >= target.window()) {
          receive(link, own, inFlight);
        }
        send(link, own, inFlight, n);
      }
      while (!inFlight.isEmpty()) {
        receive(link, own, inFlight);
      }
    } catch (IOException e) {
      failures.add(e);
      unanswered.addAll(inFlight);
    }
  }

  private long claim() {
    synchronized (numbers) {
      return stopped ? -1 : numbers.getAsLong();
    }
  }

  private void send(Link link, RequestPool own, Deque<Long> inFlight, long n) throws IOException {
    byte[] request = own.request(n);
    inFlight.add(n);
    link.send(own.signal(), request);
    bytes.add(request.length);
  }

  private void receive(Link link, RequestPool own, Deque<Long> inFlight) throws IOException {
    Answer answer = link.answer();
    long n = inFlight.remove();
    switch (answer) {
      case ACKNOWLEDGED -> {
        requests.increment();
        items.add(own.items(n));
        bodyBytes.add(own.bodyBytes(n));
        if (remembering) {
          acknowledged.add(n);
        }
      }
      case LATER -> {
        later.increment();
        // Half of what Retry-After says at least; the queue is short and drains in less.
        LockSupport.parkNanos(200_000_000);
        send(link, own, inFlight, n);
      }
      case REFUSED -> refused.increment();
    }
  }

  private void pace(int more) {
    if (itemsPerSecond > 0) {
      long due = begunNanos + (long) (pacedItems.getAndAdd(more) / itemsPerSecond * 1e9);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
