package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogRow;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's live tail. The store's thread only puts a record into a short queue, or counts it as
 * skipped: whoever reads slowly, or asks for everything, slows nobody else down. A virtual thread
 * writes; it drops a client that does not read.
 */
final class LogTailStream {
  private static final Logger LOG = LoggerFactory.getLogger(LogTailStream.class);
  private static final long PING_MILLIS = 10_000;
  private static final long STALLED_SECONDS = 20;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Context context = Vertx.currentContext();
  private final int perSecond;
  private final BooleanSupplier running;
  private final Runnable closed;
  private final BlockingQueue<LogRow> queue;
  private final AtomicLong skipped = new AtomicLong();
  private final CountDownLatch gone = new CountDownLatch(1);

  /** Touched by the store's thread alone. */
  private long second;

  private int inSecond;

  LogTailStream(
      HttpServerRequest request, int perSecond, BooleanSupplier running, Runnable closed) {
    this.request = request;
    this.response = request.response();
    this.perSecond = perSecond;
    this.running = running;
    this.closed = closed;
    this.queue = new ArrayBlockingQueue<>(2 * perSecond);
  }

  void start(TelemetryReader store, LogFilter filter, Executor workers) {
    response.closeHandler(_ -> gone.countDown());
    response.exceptionHandler(_ -> gone.countDown());
    request.exceptionHandler(_ -> gone.countDown());
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "no-store")
        .putHeader("x-accel-buffering", "no")
        .write("retry: 2000\n\n");
    workers.execute(() -> run(store, filter));
  }

  /** On the store's thread: must not block. */
  private void offer(LogRow row) {
    long now = System.nanoTime();
    if (now - second >= SECOND_NANOS) {
      second = now;
      inSecond = 0;
    }
    if (++inSecond > perSecond || !queue.offer(row)) {
      skipped.incrementAndGet();
    }
  }

  private void run(TelemetryReader store, LogFilter filter) {
    try (AutoCloseable _ = store.tail(filter, this::offer)) {
      long lastWrite = System.nanoTime();
      while (gone.getCount() > 0 && running.getAsBoolean()) {
        LogRow row = queue.poll(500, TimeUnit.MILLISECONDS);
        long missed = skipped.getAndSet(0);
        boolean silent = System.nanoTime() - lastWrite > PING_MILLIS * 1_000_000;
        if (missed > 0) {
          write("event: skipped\ndata: {\"count\":" + missed + "}\n\n");
        }
        if (row != null) {
          write(event(row));
        } else if (silent && missed == 0) {
          write("event: ping\ndata: {}\n\n");
        }
        if (row != null || missed > 0 || silent) {
          lastWrite = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.error("a live tail failed", e);
    } finally {
      closed.run();
      context.runOnContext(_ -> finish());
    }
  }

  /** Ends this stream alone: others of the same browser may share its connection. */
  private void finish() {
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      response.reset(); // it does not read, so an orderly end would never get through
    } else {
      response.end();
    }
  }

  private static String event(LogRow row) {
    return "event: log\ndata: " + new String(Json.bytes(row), StandardCharsets.UTF_8) + "\n\n";
  }

  /** Waits while the client does not read; gives it up after a while. */
  private void write(String event) throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    context.runOnContext(_ -> {
      if (response.closed()) {
        gone.countDown();
        written.countDown();
        return;
      }
      response.write(event);
      if (response.writeQueueFull()) {
        response.drainHandler(_ -> written.countDown());
      } else {
        written.countDown();
      }
    });
    if (!written.await(STALLED_SECONDS, TimeUnit.SECONDS)) {
      gone.countDown();
    }
  }
}
