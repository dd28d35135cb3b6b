package io.opencop.bench.failover;

import io.opencop.bench.failover.Happening.Felt;
import io.opencop.bench.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What a run came to, as figures. */
public final class Outcome {
  private static final int MOST_DETECT_MS = 100;
  private static final int MOST_ADDED_MS = 500;
  private static final int HANG_BEYOND_MS = 1000;

  final List<Felt> felt = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  Tally.Counts counts = new Tally.Counts(0, 0, 0, 0, 0, 0);
  Ends.Start start = new Ends.Start(Double.NaN, Double.NaN);
  double hangMs = Double.NaN;
  double perSecond = Double.NaN;
  double machineBusy = Double.NaN;
  double ownBusy = Double.NaN;
  double p50 = Double.NaN;
  double p99 = Double.NaN;
  double slowest = Double.NaN;
  double seconds;

  /** Whether nothing was lost, and nothing failed that need not have. */
  public boolean isRight() {
    return counts.isClean();
  }

  /** Everything bad, the first of each kind word by word. */
  public List<String> told() {
    return List.copyOf(told);
  }

  public List<Figure> figures() {
    List<Figure> all = new ArrayList<>();
    all.add(Figure.count("rounds", felt.size(), "rounds", "회"));
    all.add(zero("sessions_lost", counts.sessionsLost(), "sessions lost", "유실된 세션"));
    all.add(zero("attributes_lost", counts.attributesLost(), "attributes lost", "유실된 속성"));
    all.add(
        zero(
            "failed_requests",
            counts.failed(),
            "requests failed that were safe to retry",
            "다시 보내도 안전한데 실패한 요청"));
    all.add(
        Figure.count(
            "interrupted_requests",
            counts.interrupted(),
            "POSTs lost in flight, not safe to retry",
            "처리 중 끊겨 다시 보낼 수 없는 POST"));
    all.add(Figure.count("requests", counts.asked(), "requests", "요청"));
    all.add(Figure.measured("requests_per_s", perSecond, "requests a second", "초당 요청"));
    all.add(Figure.measured("machine_busy", machineBusy, "share of the machine busy", "기계 사용률"));
    all.add(Figure.measured("own_busy", ownBusy, "share of it used by us", "그 가운데 우리 몫"));
    all.add(Figure.measured("p50_ms", p50, "request p50, ms", "요청 p50, ms"));
    all.add(Figure.measured("p99_ms", p99, "request p99, ms", "요청 p99, ms"));
    all.add(Figure.measured("slowest_ms", slowest, "slowest request, ms", "가장 느린 요청, ms"));
    times(all, "", _ -> true, "all", "전체");
    for (Event event : Event.values()) {
      if (felt.stream().anyMatch(f -> f.event() == event)) {
        String name = event.name().toLowerCase(Locale.ROOT) + "_";
        times(all, name, f -> f.event() == event, event.en(), event.ko());
      }
    }
    ends(all);
    all.add(Figure.measured("seconds", seconds, "seconds in all", "전체 초"));
    return all;
  }

  private static Figure zero(String name, long value, String en, String ko) {
    return Figure.atMost(name, (double) value, 0, en, ko);
  }

  /** Not measured is not missed. */
  private static Figure atMost(String name, double value, double target, String en, String ko) {
    return Double.isNaN(value) || Double.isNaN(target)
        ? Figure.measured(name, value, en, ko)
        : Figure.atMost(name, value, target, en, ko);
  }

  private void times(List<Figure> all, String name, Predicate<Felt> which, String en, String ko) {
    List<Felt> these = felt.stream().filter(which).toList();
    double detect = part(these, Felt::detectMs, 0.5);
    all.add(
        atMost(
            name + "detect_ms_p50",
            detect,
            // Of processes the platform watches itself; a grid member is looked at less often.
            name.equals("instance_") ? MOST_DETECT_MS : Double.NaN,
            en + ": noticed, median ms",
            ko + ": 인지 중앙값 ms"));
    all.add(
        Figure.measured(
            name + "detect_ms_max",
            part(these, Felt::detectMs, 1),
            en + ": noticed, worst ms",
            ko + ": 인지 최악 ms"));
    all.add(
        Figure.measured(
            name + "recover_ms_p50",
            part(these, Felt::recoverMs, 0.5),
            en + ": full strength, median ms",
            ko + ": 회복 중앙값 ms"));
    all.add(
        Figure.measured(
            name + "recover_ms_max",
            part(these, Felt::recoverMs, 1),
            en + ": full strength, worst ms",
            ko + ": 회복 최악 ms"));
  }

  private void ends(List<Figure> all) {
    all.add(
        atMost(
            "hang_ms",
            hangMs,
            (double) (Platform.LIVENESS_BUDGET.toMillis() + HANG_BEYOND_MS),
            "a hung instance is replaced, ms",
            "멈춘 인스턴스 교체까지, ms"));
    all.add(
        Figure.measured(
            "start_ms", start.platformMs(), "apply to the first 200, ms", "apply부터 첫 200까지, ms"));
    all.add(
        Figure.measured(
            "own_start_ms", start.ownMs(), "the same app started by hand, ms", "직접 시작한 경우, ms"));
    all.add(
        atMost(
            "start_added_ms",
            start.platformMs() - start.ownMs(),
            MOST_ADDED_MS,
            "added by the platform, ms",
            "플랫폼이 더한 시간, ms"));
  }

  /** NaN of none. */
  private static double part(List<Felt> of, ToDoubleFunction<Felt> what, double part) {
    double[] sorted =
        of.stream().mapToDouble(what).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))];
  }
}
