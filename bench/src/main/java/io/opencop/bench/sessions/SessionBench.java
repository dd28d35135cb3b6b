package io.opencop.bench.sessions;

import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ours, and Spring Session on Redis, taking turns on the same machine. */
public final class SessionBench {
  private static final double SHARE = 0.7;
  private static final int TURNS = 2;

  /**
   * @param visitors whose sessions are used
   * @param kept sessions for the memory of one
   * @param lines connections of the load
   * @param seconds of each stretch that counts
   * @param warmUp seconds before
   * @param peer whether to measure against the other one
   * @param jvm further flags of all JVMs
   */
  public record Plan(
      int visitors, int kept, int lines, int seconds, int warmUp, boolean peer, List<String> jvm) {
    public Plan {
      jvm = List.copyOf(jvm);
    }
  }

  private final Say say;
  private final Path folder;
  private final Plan plan;
  private final List<Figure> figures = new ArrayList<>();
  private boolean right = true;

  public SessionBench(Say say, Path folder, Plan plan) {
    this.say = say;
    this.folder = folder;
    this.plan = plan;
  }

  /** Whether every answer was right: no session and no change of one was lost. */
  public boolean right() {
    return right;
  }

  public List<Figure> run() {
    say.step("starting the grid and Tomcat", "그리드와 Tomcat을 시작합니다");
    try (GridSide ours = new GridSide(folder.resolve("ours"), plan.jvm())) {
      SpringSide theirs = plan.peer() ? peer() : null;
      try {
        compare(ours, theirs);
      } finally {
        if (theirs != null) {
          theirs.close();
        }
      }
      memory(ours);
    }
    return figures;
  }

  private SpringSide peer() {
    say.step("starting Redis and Spring Boot", "Redis와 Spring Boot를 시작합니다");
    SpringSide found = SpringSide.start(folder.resolve("spring"), plan.jvm()).orElse(null);
    if (found == null) {
      say.step(
          "no redis-server on this machine; to measure against it: apt install redis-server",
          "이 머신에 redis-server가 없습니다. 비교하려면: apt install redis-server");
    }
    return found;
  }

  private void compare(GridSide ours, SpringSide theirs) {
    WebLoad our = warm("OpenCOP", ours);
    WebLoad their = theirs == null ? null : warm("Spring Session", theirs);
    Stretch best = null;
    Stretch peer = null;
    for (int i = 0; i < TURNS; i++) {
      best = better(best, full("OpenCOP", ours, our));
      peer = theirs == null ? null : better(peer, full("Spring Session", theirs, their));
    }
    Stretch paced = paced("OpenCOP", ours, our, best.visits().perSecond() * SHARE);
    Stretch peerPaced =
        theirs == null
            ? null
            : paced("Spring Session", theirs, their, peer.visits().perSecond() * SHARE);
    SessionFigures.add(figures, best, paced, peer, peerPaced);
    figures.add(
        Figure.beside(
            "seconds until three members are one grid",
            "세 멤버가 그리드를 이룰 때까지(초)",
            ours.startSeconds()));
    for (Map.Entry<String, ProcessHandle> e : ours.processes().entrySet()) {
      figures.add(
          Figure.beside(
              "resident MB of " + e.getKey(),
              e.getKey() + " 상주 메모리(MB)",
              Usage.rssMb(e.getValue())));
    }
  }

  private WebLoad warm(String name, Side side) {
    say.step("%s: warming up for %d s", "%s: %d초 동안 예열합니다", name, plan.warmUp());
    WebLoad load = new WebLoad(side.port(), plan.lines());
    load.login(plan.visitors());
    check(name, load.full(plan.warmUp()));
    return load;
  }

  private Stretch full(String name, Side side, WebLoad load) {
    Stretch stretch = Stretch.of(side, () -> load.full(plan.seconds()));
    check(name, stretch.visits());
    tell(name, stretch);
    return stretch;
  }

  private Stretch paced(String name, Side side, WebLoad load, double rate) {
    Stretch stretch = Stretch.of(side, () -> load.paced(rate, plan.seconds()));
    check(name, stretch.visits());
    tell(name, stretch);
    return stretch;
  }

  private void tell(String name, Stretch stretch) {
    StringBuilder cpu = new StringBuilder();
    stretch
        .cpuMicros()
        .forEach(
            (process, us) -> cpu.append(' ').append(process).append(' ').append(Math.round(us)));
    say.step(
        "%s: %,.0f requests/s, p50 %.2f ms, p99 %.2f ms; CPU us per request:%s",
        "%s: 초당 요청 %,.0f, p50 %.2f ms, p99 %.2f ms, 요청당 CPU us:%s",
        name,
        stretch.visits().perSecond(),
        stretch.visits().millis(0.5),
        stretch.visits().millis(0.99),
        cpu);
  }

  private void check(String name, Visits visits) {
    if (visits.wrong() > 0) {
      right = false;
      say.step(
          "%s: %d answers were wrong; the first: %s",
          "%s: 잘못된 응답 %d개. 첫 번째: %s", name, visits.wrong(), visits.firstWrong());
    }
  }

  private static Stretch better(Stretch one, Stretch other) {
    return one == null || other.visits().perSecond() > one.visits().perSecond() ? other : one;
  }

  private void memory(GridSide ours) {
    double bytes = Double.NaN;
    if (plan.kept() > 0) {
      say.step("%,d further sessions, for their memory", "메모리 측정을 위해 세션 %,d개를 더 만듭니다", plan.kept());
      double before = ours.liveBytes();
      new WebLoad(ours.port(), plan.lines()).login(plan.kept());
      // Two members have each session.
      bytes = (ours.liveBytes() - before) / (2.0 * plan.kept());
    }
    figures.add(
        Figure.atMost(
            "bytes_per_session",
            Math.rint(bytes),
            5000,
            "heap bytes per session in a member",
            "멤버당 세션 하나의 힙 바이트"));
  }
}
