package io.opencop.server.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs questions to the store, so many at a time; some others wait, and not for ever. These are
 * threads of their own, not virtual ones: the query engine is native code, and a virtual thread in
 * native code keeps its processor from every other, those that receive telemetry included.
 */
public final class Queries implements AutoCloseable {
  private static final int WAITING_EACH = 16;

  /** An endpoint that asks the store, and is counted. */
  record Query(Endpoint endpoint, QueryCounters counters) implements Endpoint {
    @Override
    public Reply answer(Call call) {
      long began = System.nanoTime();
      try {
        Reply reply = endpoint.answer(call);
        Json.cost(reply).ifPresent(counters::read);
        return reply;
      } finally {
        counters.answered(System.nanoTime() - began);
      }
    }
  }

  private final ThreadPoolExecutor pool;
  private final long waitNanos;
  private final QueryCounters counters = new QueryCounters();

  /**
   * @param wait how long a question may wait for its turn
   */
  public Queries(int atATime, Duration wait) {
    this.waitNanos = wait.toNanos();
    this.pool =
        new ThreadPoolExecutor(
            atATime,
            atATime,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(atATime * WAITING_EACH),
            Thread.ofPlatform().name("query-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
  }

  Endpoint limited(Endpoint endpoint) {
    return new Query(endpoint, counters);
  }

  /** Runs the one when its turn comes, or the other where that would be too late. */
  void execute(Runnable work, Runnable late) {
    long asked = System.nanoTime();
    try {
      pool.execute(() -> {
        boolean inTime = System.nanoTime() - asked < waitNanos;
        if (inTime) {
          work.run();
        } else {
          counters.refused();
          late.run();
        }
      });
    } catch (RejectedExecutionException e) {
      counters.refused();
      late.run();
    }
  }

  QueryCounters counters() {
    return counters;
  }

  /** Answered at this moment, and waiting for their turn. */
  int[] load() {
    return new int[] {pool.getActiveCount(), pool.getQueue().size()};
  }

  static ProblemException busy() {
    return new ProblemException(503, ApiMessage.BUSY.with(), Map.of("retry-after", "2"));
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
