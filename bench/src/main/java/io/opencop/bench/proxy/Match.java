package io.opencop.bench.proxy;

import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proxies measured in turns, so that what else the machine does meets all of them alike. Of many
 * measurements the median counts.
 */
final class Match {
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final int MOST_WARM_UPS = 10;
  private static final long LEAST_WARM_UP_REQUESTS = 250_000;

  /** Short, so that a moment in which the machine does something else spoils few of them. */
  private static final Duration SLICE = Duration.ofMillis(250);

  /** A warm-up that is so much cheaper than the cheapest before it was worth another. */
  private static final double GAIN = 0.95;

  private static final double HALF = 0.5;
  private static final double P99 = 0.99;

  private final Say say;
  private final int application;
  private final int connections;
  private final int rounds;
  private final Duration time;

  /**
   * What one proxy showed.
   *
   * @param cpuMicros of the proxy's processes for one request, user and system
   * @param addedP50 milliseconds at half its own most, beyond those without a proxy at that rate
   */
  record Score(double perSecond, double cpuMicros, double addedP50, double addedP99, double rssMb) {
    static final Score NONE = new Score(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  Match(Say say, int application, int connections, int rounds, Duration time) {
    this.say = say;
    this.application = application;
    this.connections = connections;
    this.rounds = rounds;
    this.time = time;
  }

  /** The scores by the proxies' names. */
  Map<String, Score> play(List<Proxy> proxies) {
    List<Turn> turns = new ArrayList<>();
    try {
      for (Proxy proxy : proxies) {
        turns.add(new Turn(proxy, connect(proxy)));
      }
      turns.forEach(this::warmUp);
      for (int round = 0; round < rounds; round++) {
        say.step("flat out, round %d of %d", "최대 부하 %d/%d회", round + 1, rounds);
        turns.forEach(turn -> turn.flatOut());
      }
      try (Clients direct = new Clients("the application", application, connections)) {
        direct.flatOut(time);
        for (int round = 0; round < rounds; round++) {
          say.step("at half of it, round %d of %d", "최대의 절반 %d/%d회", round + 1, rounds);
          turns.forEach(turn -> turn.atHalf(direct));
        }
      }
      Map<String, Score> scores = new LinkedHashMap<>();
      turns.forEach(turn -> scores.put(turn.proxy.name(), turn.score()));
      return scores;
    } finally {
      turns.forEach(turn -> turn.clients.close());
    }
  }

  private Clients connect(Proxy proxy) {
    return new Clients(proxy.name(), proxy.port(), connections);
  }

  /** Until its compiler has no more to gain; what is compiled ahead has little to warm. */
  private void warmUp(Turn turn) {
    say.step("warming up %s", "%s 예열", turn.proxy.name());
    double best = Double.MAX_VALUE;
    long requests = 0;
    for (int i = 0; i < MOST_WARM_UPS; i++) {
      double before = turn.proxy.cpuSeconds();
      Clients.Result result = turn.clients.flatOut(WARM_UP);
      double now = (turn.proxy.cpuSeconds() - before) / Math.max(1, result.requests());
      requests += result.requests();
      if (requests >= LEAST_WARM_UP_REQUESTS && now > best * GAIN) {
        return;
      }
      best = Math.min(best, now);
    }
  }

  private final class Turn {
    private final Proxy proxy;
    private final Clients clients;
    private final Series perSecond = new Series();
    private final Series cpu = new Series();
    private final Series p50 = new Series();
    private final Series p99 = new Series();

    private Turn(Proxy proxy, Clients clients) {
      this.proxy = proxy;
      this.clients = clients;
    }

    private void flatOut() {
      double before = proxy.cpuSeconds();
      Clients.Result result = clients.flatOut(time);
      if (result.requests() == 0) {
        throw new BenchException(proxy.name() + ": no request was answered");
      }
      cpu.add((proxy.cpuSeconds() - before) * 1e6 / result.requests());
      perSecond.add(result.perSecond());
    }

    private void atHalf(Clients direct) {
      double rate = perSecond.median() / 2;
      for (long left = time.toNanos(); left > 0; left -= SLICE.toNanos()) {
        Latencies without = direct.paced(SLICE, rate).latencies();
        Latencies with = clients.paced(SLICE, rate).latencies();
        p50.add(with.ms(HALF) - without.ms(HALF));
        p99.add(with.ms(P99) - without.ms(P99));
      }
    }

    private Score score() {
      return new Score(perSecond.median(), cpu.median(), p50.median(), p99.median(), proxy.rssMb());
    }
  }
}
