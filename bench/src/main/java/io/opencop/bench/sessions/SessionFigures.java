package io.opencop.bench.sessions;

import io.opencop.bench.report.Figure;
import java.util.List;

/** The stretches as figures, with the targets of the design. */
final class SessionFigures {
  private SessionFigures() {}

  /**
   * @param peer null where there is no peer to measure against
   */
  static void add(
      List<Figure> figures, Stretch best, Stretch paced, Stretch peer, Stretch peerPaced) {
    figures.add(
        Figure.atLeast(
            "requests_per_s",
            Math.rint(best.visits().perSecond()),
            8_000,
            "requests/s that read, change and write a session of 2 KB",
            "2KB 세션을 읽고 바꾸고 쓰는 초당 요청"));
    figures.add(
        Figure.count(
            "rate_per_s",
            Math.round(paced.visits().perSecond()),
            "requests/s for the latencies (70 % of it)",
            "지연 측정 시 초당 요청(최대의 70 %)"));
    figures.add(
        Figure.atMost("p50_ms", paced.visits().millis(0.5), Double.NaN, "p50, ms", "p50(ms)"));
    figures.add(Figure.atMost("p99_ms", paced.visits().millis(0.99), 10, "p99, ms", "p99(ms)"));
    figures.add(
        Figure.atMost(
            "cpu_us_per_request",
            best.cpuMicrosOfSide(),
            Double.NaN,
            "CPU us per request, Tomcat and grid",
            "요청당 CPU us (Tomcat과 그리드)"));
    best.cpuMicros()
        .forEach((name, micros) ->
            figures.add(
                Figure.atMost(
                    "cpu_us_" + name.replace('-', '_'),
                    micros,
                    Double.NaN,
                    "CPU us per request, " + name,
                    "요청당 CPU us, " + name)));
    double theirs = peer == null ? Double.NaN : Math.rint(peer.visits().perSecond());
    figures.add(
        Figure.atMost(
            "spring_redis_requests_per_s",
            theirs,
            peer == null ? Double.NaN : Math.rint(best.visits().perSecond()),
            "requests/s of Spring Session on Redis",
            "Spring Session과 Redis의 초당 요청"));
    figures.add(
        Figure.atMost(
            "spring_redis_p99_ms",
            peerPaced == null ? Double.NaN : peerPaced.visits().millis(0.99),
            Double.NaN,
            "p99 of Spring Session at 70 % of its own maximum, ms",
            "Spring Session의 p99(자체 최대의 70 %, ms)"));
    figures.add(
        Figure.atMost(
            "spring_redis_cpu_us_per_request",
            peer == null ? Double.NaN : peer.cpuMicrosOfSide(),
            Double.NaN,
            "CPU us per request, Spring Boot and Redis",
            "요청당 CPU us (Spring Boot와 Redis)"));
  }
}
