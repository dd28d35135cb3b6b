package io.opencop.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.model.message.CopException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches the shop run: progress, a summary after a minute, the verdict at the end. */
public final class Demo {
  private static final Duration FOREVER = Duration.ofDays(36_500);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration SUMMARY_AFTER = Duration.ofMinutes(1);

  /** A slow machine may place its first order late; a run is not failed for that alone. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Terminal terminal;
  private final ShopProcess shop;
  private final Path log;
  private final Runnable whenReady;
  private final CountDownLatch ready = new CountDownLatch(1);

  /**
   * @param log of the shop, named where something is wrong
   * @param whenReady is run once, when shop and platform can be looked at
   */
  public Demo(Terminal terminal, ShopProcess shop, Path log, Runnable whenReady) {
    this.terminal = terminal;
    this.shop = shop;
    this.log = log;
    this.whenReady = whenReady;
  }

  /**
   * Runs from the start of the shop to the end of the time given, counted from readiness; without a
   * time, until the process is told to stop.
   *
   * @return whether all services were seen end to end in one trace
   */
  public boolean watch(Api api, Optional<Duration> length) throws InterruptedException {
    shop.follow(this::progress);
    awaitReady();
    whenReady.run();
    Instant begin = Instant.now();
    Tour tour = new Tour(api, begin);
    Instant end = begin.plus(length.orElse(FOREVER));
    // A run shorter than a minute still gets its summary, at its end.
    Instant summaryAt = min(begin.plus(SUMMARY_AFTER), end);
    boolean summed = false;
    Optional<String> trace = Optional.empty();
    while (Instant.now().isBefore(end)
        || !summed
        || (trace.isEmpty() && Instant.now().isBefore(end.plus(GRACE)))) {
      Thread.sleep(1000);
      requireAlive();
      if (trace.isEmpty()) {
        trace = tour.endToEnd();
        trace.ifPresent(this::seen);
      }
      if (!summed && !Instant.now().isBefore(summaryAt)) {
        terminal.out().println();
        terminal.out().println(Summary.of(terminal, tour.services(), tour.overview()));
        summed = true;
      }
    }
    if (trace.isEmpty()) {
      terminal.tell(
          CliMessage.NOT_SEEN_END_TO_END.with(
              "services", Tour.SERVICES.size(), "seen", tour.seen(), "log", log));
    }
    return trace.isPresent();
  }

  private void awaitReady() throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!ready.await(200, TimeUnit.MILLISECONDS)) {
      requireAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new CopException(
            CliMessage.SHOP_NOT_READY.with("seconds", PATIENCE.toSeconds(), "log", log));
      }
    }
  }

  private void requireAlive() {
    if (!shop.isAlive()) {
      throw new CopException(CliMessage.SHOP_ENDED.with("code", shop.exitCode(), "log", log));
    }
  }

  private void seen(String trace) {
    terminal
        .out()
        .println(
            CliMessage.SEEN_END_TO_END
                .with("services", Tour.SERVICES.size(), "trace", trace)
                .text(terminal.lang()));
  }

  private void progress(JsonNode line) {
    String service = line.path("service").asText();
    switch (line.path("event").asText()) {
      case "ready" -> {
        String took = String.format(Locale.ROOT, "%.1f s", line.path("ms").asDouble() / 1000);
        if (service.equals("shop")) {
          String url = line.path("url").asText();
          terminal
              .err()
              .println(
                  terminal.say(
                      "The shop is open after " + took + ": " + url,
                      "상점이 " + took + " 만에 열렸습니다: " + url));
          ready.countDown();
        } else {
          terminal.err().println("  " + terminal.say("ready ", "준비됨 ") + service + "  " + took);
        }
      }
      case "failed" ->
          terminal
              .err()
              .println(
                  "  "
                      + terminal.say("FAILED ", "실패 ")
                      + service
                      + ": "
                      + line.path("reason").asText());
      default -> {
        // "starting" and the loads and changes of the running shop: the console shows them.
      }
    }
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
