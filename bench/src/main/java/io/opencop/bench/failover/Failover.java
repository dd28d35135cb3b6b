package io.opencop.bench.failover;

import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Users on a platform to which one thing after the other happens, and what they saw of it. */
public final class Failover {
  private static final int AT_ONCE = 32;
  private static final int CALM_MS = 300;

  private final Say say;
  private final Path folder;
  private final Plan plan;

  /**
   * What is to be done.
   *
   * @param users logged in at the same time
   * @param events that happen in turn; none for no load at all
   * @param perSecond requests; 0 to find the rate that keeps half the machine busy
   * @param settings of the platform
   */
  public record Plan(
      int rounds,
      int users,
      Set<Event> events,
      boolean start,
      boolean hang,
      double perSecond,
      long seed,
      List<String> settings) {
    public Plan {
      events = events.isEmpty() ? Set.of() : EnumSet.copyOf(events);
      settings = List.copyOf(settings);
    }
  }

  public Failover(Say say, Path folder, Plan plan) {
    this.say = say;
    this.folder = folder;
    this.plan = plan;
  }

  public Outcome run() throws InterruptedException {
    long begun = System.nanoTime();
    Outcome outcome = new Outcome();
    try (Platform platform = new Platform(folder, plan.settings())) {
      Happening happening = new Happening(platform, folder, plan.seed());
      happening.begin();
      say.step("two instances are ready, and the grid is whole", "인스턴스 둘과 그리드가 준비되었습니다");
      if (!plan.events().isEmpty()) {
        load(platform, happening, outcome);
      }
      ends(new Ends(platform, folder), outcome);
    }
    outcome.seconds = (System.nanoTime() - begun) / 1e9;
    return outcome;
  }

  /** What was counted before is told, whatever goes wrong here. */
  private void ends(Ends ends, Outcome outcome) throws InterruptedException {
    try {
      if (plan.hang()) {
        outcome.hangMs = ends.hang();
      }
      if (plan.start()) {
        outcome.start = ends.start();
      }
    } catch (BenchException e) {
      outcome.told.add(e.getMessage());
    }
  }

  private void load(Platform platform, Happening happening, Outcome outcome)
      throws InterruptedException {
    Tally tally = new Tally();
    try (Crowd crowd =
        new Crowd(platform.gatewayPort(), Platform.HOST, plan.users(), plan.seed(), tally)) {
      done(crowd.logIn(AT_ONCE));
      if (crowd.loggedIn() < plan.users()) {
        throw new BenchException(
            "only "
                + crowd.loggedIn()
                + " users could log in:\n"
                + String.join("\n", tally.told()));
      }
      say.step("%,d users are logged in", "사용자 %,d명이 로그인했습니다", plan.users());
      Pace pace = new Pace(say, platform.processes());
      outcome.perSecond = plan.perSecond() == 0 ? pace.find(crowd) : plan.perSecond();
      crowd.steady(outcome.perSecond);
      outcome.ownBusy = pace.share(CALM_MS * 10);
      Machine machine = new Machine();
      rounds(crowd, tally, happening, outcome);
      outcome.machineBusy = machine.busy();
      tally.moment("the last event");
      crowd.steady(0);
      done(crowd.readAll(AT_ONCE));
      outcome.p50 = crowd.latency().ms(0.5);
      outcome.p99 = crowd.latency().ms(0.99);
      outcome.slowest = crowd.latency().ms(1);
      outcome.counts = tally.counts();
      outcome.told.addAll(tally.told());
    }
  }

  private void rounds(Crowd crowd, Tally tally, Happening happening, Outcome outcome) {
    List<Event> turns = new ArrayList<>(plan.events());
    for (int round = 1; round <= plan.rounds(); round++) {
      Event event = turns.get((round - 1) % turns.size());
      crowd.check();
      tally.moment(event.en() + " in round " + round);
      Happening.Felt felt = happening.happen(event);
      outcome.felt.add(felt);
      Platform.nap(CALM_MS);
      Tally.Counts counts = tally.counts();
      say.step(
          "round %d: %s, full strength after %.1f s; so far %,d requests, %d sessions and %d"
              + " attributes lost, %d requests failed, %d interrupted",
          "%d회: %s, %.1f초 뒤 회복. 지금까지 요청 %,d, 유실 세션 %d·속성 %d, 실패 %d, 중단 %d",
          round,
          say.text(event.en(), event.ko()),
          felt.recoverMs() / 1000,
          counts.asked(),
          counts.sessionsLost(),
          counts.attributesLost(),
          counts.failed(),
          counts.interrupted());
    }
  }

  private static void done(CompletableFuture<Void> all) throws InterruptedException {
    try {
      all.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
