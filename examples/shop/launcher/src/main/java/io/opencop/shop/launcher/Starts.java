package io.opencop.shop.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts several services, not all at once. */
final class Starts {
  /** Two cores is what we count on: more starts at once only makes each slower. */
  private static final int AT_ONCE = 2;

  /** Starts one service and returns when it is ready. */
  @FunctionalInterface
  interface Start {
    void start(Service service) throws IOException, InterruptedException;
  }

  private Starts() {}

  static void all(List<Service> services, Start start) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Daemon.named("start"));
    List<Future<?>> starts = new ArrayList<>();
    for (Service service : services) {
      starts.add(
          threads.submit(() -> {
            start.start(service);
            return null;
          }));
    }
    try {
      for (Future<?> one : starts) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
