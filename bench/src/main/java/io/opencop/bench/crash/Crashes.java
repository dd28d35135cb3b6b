package io.opencop.bench.crash;

import io.opencop.bench.BenchOptions;
import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills a server under load at random moments, on one data folder. After each kill it is started
 * again, requests whose answer was lost are sent again, and everything acknowledged is counted.
 */
public final class Crashes {
  /** One in so many restarts is itself killed before it is ready: replay must bear it too. */
  private static final int KILLED_WHILE_STARTING = 5;

  /** Small slices, so that sealing is often what a kill interrupts. */
  private static final List<String> SMALL_SLICES =
      List.of("store.slice-rows=20000", "store.slice-journal=8MiB");

  private final Say say;
  private final Path data;
  private final BenchOptions options;
  private final List<String> settings = new ArrayList<>(SMALL_SLICES);
  private final Random random;
  private final int mostMillis;
  private final List<Ledger> ledgers;
  private Server server;
  private long resent;

  public Crashes(Say say, Path folder, BenchOptions options, long seed, int mostMillis) {
    this.say = say;
    this.data = folder.resolve("data");
    this.options = options;
    this.random = new Random(seed);
    this.mostMillis = mostMillis;
    settings.addAll(options.settings());
    ledgers = Ledger.all(seed, Instant.now());
  }

  public Outcome run(int rounds) throws InterruptedException {
    long start = System.nanoTime();
    server = Server.start(data, options.jvm(), settings);
    try {
      long mismatches = 0;
      for (int round = 1; round <= rounds; round++) {
        killUnderLoad();
        restart();
        sendAgain();
        Count count = count(false);
        say.step(
            "round %d: %,d items acknowledged, %d lost, %d duplicated",
            "%d회: 승인 %,d, 유실 %d, 중복 %d",
            round,
            count.acknowledged(),
            count.lost(),
            count.duplicated());
        mismatches = new RollupCheck(server.api()).mismatches(say);
        if (count.lost() + count.duplicated() + mismatches > 0) {
          break;
        }
      }
      // Earlier rounds again: a later crash must not have harmed what was safe.
      Count all = count(true);
      return new Outcome(
          rounds,
          all.acknowledged(),
          all.lost(),
          all.duplicated(),
          mismatches,
          resent,
          (System.nanoTime() - start) / 1e9);
    } finally {
      server.kill();
    }
  }

  private void killUnderLoad() throws InterruptedException {
    List<Load> loads = new ArrayList<>();
    Target target = options.target(server);
    for (Ledger ledger : ledgers) {
      loads.add(ledger.begin(target.withConnections(ledger.connections())));
    }
    Thread.sleep(50 + random.nextInt(mostMillis));
    server.kill();
    for (int i = 0; i < loads.size(); i++) {
      loads.get(i).stop();
      ledgers.get(i).end(loads.get(i).join());
    }
  }

  private void restart() throws InterruptedException {
    if (random.nextInt(KILLED_WHILE_STARTING) == 0) {
      Server doomed = Server.launch(data, options.jvm(), settings);
      Thread.sleep(200 + random.nextInt(2000));
      doomed.kill();
    }
    server = Server.start(data, options.jvm(), settings);
  }

  private void sendAgain() throws InterruptedException {
    for (Ledger ledger : ledgers) {
      Sent sent = ledger.sendAgain(options.target(server));
      resent += sent.requests();
      if (!sent.failures().isEmpty() || sent.refused() > 0) {
        throw new BenchException("sending again failed: " + sent.failures());
      }
    }
  }

  private Count count(boolean everything) {
    Count all = Count.NONE;
    for (Ledger ledger : ledgers) {
      all = all.plus(ledger.count(server.api(), everything));
    }
    return all;
  }
}
