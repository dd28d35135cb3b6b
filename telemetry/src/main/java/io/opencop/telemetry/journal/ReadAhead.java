package io.opencop.telemetry.journal;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Produces on a thread of its own what the calling thread takes, bounded by bytes. */
final class ReadAhead<T> implements AutoCloseable {
  /** Where the producer puts what it has; waits while too much is ahead. */
  interface Out<T> {
    void put(T value, long bytes) throws IOException;
  }

  /** The work of the producer. */
  interface Producer<T> {
    void run(Out<T> out) throws IOException, InterruptedException;
  }

  private record Item<T>(T value, int cost, Throwable failure) {}

  private final String name;
  private final int budget;
  private final Semaphore room;
  private final LinkedBlockingQueue<Item<T>> queue = new LinkedBlockingQueue<>();
  private Thread thread;
  private volatile boolean cancelled;

  ReadAhead(String name, int budgetBytes) {
    this.name = name;
    this.budget = budgetBytes;
    this.room = new Semaphore(budgetBytes);
  }

  void start(Producer<T> producer) {
    thread =
        Thread.ofPlatform()
            .name(name)
            .daemon()
            .start(() -> {
              Throwable failure = null;
              try {
                producer.run(this::put);
              } catch (Throwable e) {
                failure = e;
              }
              queue.add(new Item<>(null, 0, failure));
            });
  }

  /** Returns the next value, or null after the last one. */
  T take() throws IOException {
    try {
      Item<T> item = queue.take();
      room.release(item.cost);
      switch (item.failure) {
        case null -> {}
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IOException(item.failure);
      }
      return item.value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the journal was being replayed", e);
    }
  }

  private void put(T value, long bytes) throws IOException {
    // Every item costs something, so that a million tiny ones are bounded too.
    int cost = (int) Math.min(bytes + 64, budget);
    room.acquireUninterruptibly(cost);
    if (cancelled) {
      throw new IOException("replay was given up");
    }
    queue.add(new Item<>(value, cost, null));
  }

  @Override
  public void close() {
    cancelled = true;
    room.release(budget);
    boolean interrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
