package io.opencop.shop.launcher.load;

import io.opencop.shop.launcher.Daemon;
import io.opencop.shop.launcher.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Virtual users at a given rate of requests. Arrivals are an open Poisson process: a slow shop gets
 * no fewer requests, as in life. The user who has been idle longest acts next, so with some five
 * seconds' worth of users in the shop, that is their think time. In the first minute there are
 * fewer and quicker ones: a shop just opened shall not take two minutes to see its first order.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final int THINK_SECONDS = 5;
  private static final double OPENING_SECONDS = 60;
  private static final int MOST_UNDER_WAY = 300;
  private static final int REPORT_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final URI storefront;
  private final Progress progress;
  private final Random random = new Random(20_260_101);
  private final Deque<VirtualUser> idle = new ArrayDeque<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final LoadStats stats = new LoadStats();
  private final ExecutorService answers =
      Executors.newFixedThreadPool(2, Daemon.named("load-http"));
  private final ScheduledExecutorService reports =
      Executors.newSingleThreadScheduledExecutor(Daemon.named("load-report"));
  private final HttpClient http;
  private final Thread arrivals = new Thread(this::arrive, "load");
  private long start;
  private volatile double rate;
  private volatile double factor = 1;

  public LoadGenerator(URI storefront, double rate, Progress progress) {
    this.storefront = storefront;
    this.rate = rate;
    this.progress = progress;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(answers)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    arrivals.setDaemon(true);
  }

  public void start() {
    start = System.nanoTime();
    arrivals.start();
    reports.scheduleAtFixedRate(this::report, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
  }

  /** Requests a second, before {@link #multiply}. */
  public double rate() {
    return rate;
  }

  public void rate(double requestsPerSecond) {
    rate = requestsPerSecond;
  }

  public void multiply(double times) {
    factor = times;
  }

  private void arrive() {
    long due = System.nanoTime();
    try {
      while (true) {
        double now = rate * factor;
        if (now <= 0) {
          Thread.sleep(100);
          due = System.nanoTime();
          continue;
        }
        due += (long) (-Math.log(1 - random.nextDouble()) / now * 1e9);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        act(now);
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  private void act(double now) {
    if (underWay.get() >= MOST_UNDER_WAY) {
      stats.skipped();
      return;
    }
    VirtualUser user = nextUser(now);
    Step step = user.next();
    if (step == null) {
      user = new VirtualUser(new Random(random.nextLong()));
      step = user.next();
    }
    send(user, step);
  }

  private VirtualUser nextUser(double now) {
    synchronized (idle) {
      double opened = Math.min(1, (System.nanoTime() - start) / 1e9 / OPENING_SECONDS);
      double users = now * (1 + (THINK_SECONDS - 1) * opened);
      boolean enough = idle.size() + underWay.get() >= users;
      return enough && !idle.isEmpty()
          ? idle.poll()
          : new VirtualUser(new Random(random.nextLong()));
    }
  }

  private void send(VirtualUser user, Step step) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(storefront.resolve(step.path()))
            .timeout(PATIENCE)
            .header("Accept-Language", "ko")
            .header("Cookie", user.cookie());
    if (step.form() != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(step.form()));
    }
    long start = System.nanoTime();
    underWay.incrementAndGet();
    http.sendAsync(request.build(), BodyHandlers.discarding())
        .whenComplete((response, failure) -> done(user, start, response));
  }

  private void done(VirtualUser user, long start, HttpResponse<Void> response) {
    underWay.decrementAndGet();
    boolean error = response == null || response.statusCode() >= 500;
    stats.answered((System.nanoTime() - start) / 1000, error);
    if (response != null) {
      user.answered(
          response.statusCode(),
          response.headers().firstValue("Set-Cookie").orElse(null),
          response.headers().firstValue("Location").orElse(null));
    }
    synchronized (idle) {
      idle.add(user);
    }
  }

  private void report() {
    LoadStats.Snapshot seen = stats.take();
    progress.event(
        "event", "load",
        "rate", rate * factor,
        "users", idle.size() + underWay.get(),
        "requests", seen.requests(),
        "errors", seen.errors(),
        "skipped", seen.skipped(),
        "p50_ms", seen.p50Millis(),
        "p95_ms", seen.p95Millis());
  }

  @Override
  public void close() {
    arrivals.interrupt();
    reports.shutdownNow();
    answers.shutdownNow();
  }
}
