package io.opencop.bench.failover;

import io.opencop.bench.report.Say;

/**
 * Finds the rate at which our own processes, clients included, use half of this machine. What
 * others use is no part of it, so that a busy neighbour does not make the test easier.
 */
final class Pace {
  private static final double WANTED = 0.5;
  private static final double FIRST = 100;
  private static final double LEAST = 50;
  private static final double MOST = 3000;
  private static final int ROUNDS = 4;
  private static final int ROUND_MS = 8000;

  private final Say say;
  private final Processes processes;

  Pace(Say say, Processes processes) {
    this.say = say;
    this.processes = processes;
  }

  /** Share of all processors our processes use over this time. */
  double share(int millis) {
    double before = processes.cpuSeconds();
    long start = System.nanoTime();
    Platform.nap(millis);
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = processes.cpuSeconds() - before;
    return used / seconds / Runtime.getRuntime().availableProcessors();
  }

  /** Requests per second. */
  double find(Crowd crowd) {
    double rate = FIRST;
    for (int i = 0; i < ROUNDS; i++) {
      crowd.steady(rate);
      double share = share(ROUND_MS);
      say.step(
          "  %.0f requests a second: our processes use %.0f %% of the machine",
          "  초당 요청 %.0f: 우리 프로세스가 기계의 %.0f %% 사용", rate, share * 100);
      // Not more than double at once: what is cold looks dearer than it is.
      rate = Math.clamp(rate * Math.min(2, WANTED / share), LEAST, MOST);
    }
    return rate;
  }
}
