package io.opencop.bench.proxy;

import io.opencop.bench.proxy.Match.Score;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateway beside nginx and HAProxy on one machine, one application and one run. */
public record Comparison(
    Say say, Path folder, List<String> jvm, int connections, int rounds, Duration time) {
  /** The gateway may cost so many times what nginx does. */
  private static final double MOST_TIMES = 3;

  private static final double MOST_P99_MS = 2;
  private static final int MOST_WORKERS = 4;

  /** The figures, those of a peer that is not installed without a value. */
  public List<Figure> figures() {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_WORKERS);
    List<Proxy> proxies = new ArrayList<>();
    try (Responder application = new Responder()) {
      try {
        proxies.add(Ours.start(folder.resolve("gateway"), application.port(), jvm));
        add(proxies, "nginx", Peers.nginx(folder, application.port(), workers));
        add(proxies, "haproxy", Peers.haproxy(folder, application.port(), workers));
        return figures(new Match(say, application.port(), connections, rounds, time).play(proxies));
      } finally {
        proxies.forEach(Proxy::close);
      }
    }
  }

  private void add(List<Proxy> proxies, String name, Optional<Proxy> peer) {
    peer.ifPresentOrElse(
        proxies::add,
        () ->
            say.step(
                "%s is not installed, so there is nothing to compare with. Debian, Ubuntu: apt install %s",
                "%s이(가) 설치되어 있지 않아 비교하지 못합니다. Debian, Ubuntu: apt install %s", name, name));
  }

  private static List<Figure> figures(Map<String, Score> scores) {
    Score ours = scores.get("OpenCOP");
    Score nginx = scores.getOrDefault("nginx", Score.NONE);
    Score haproxy = scores.getOrDefault("HAProxy", Score.NONE);
    double most = nginx.cpuMicros() * MOST_TIMES;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.measured("requests_per_s", ours.perSecond(), "requests/s", "초당 요청"));
    figures.add(
        Figure.atMost(
            "cpu_us_per_request", ours.cpuMicros(), most, "CPU per request, µs", "요청당 CPU(µs)"));
    figures.add(
        Figure.measured(
            "nginx_cpu_us_per_request",
            nginx.cpuMicros(),
            "CPU per request, nginx, µs",
            "요청당 CPU, nginx(µs)"));
    figures.add(
        Figure.measured(
            "haproxy_cpu_us_per_request",
            haproxy.cpuMicros(),
            "CPU per request, HAProxy, µs",
            "요청당 CPU, HAProxy(µs)"));
    figures.add(
        Figure.measured(
            "added_p50_ms",
            ours.addedP50(),
            "added at half its most, p50 ms",
            "절반 부하에서 더해진 p50(ms)"));
    figures.add(
        Figure.atMost(
            "added_p99_ms",
            ours.addedP99(),
            MOST_P99_MS,
            "added at half its most, p99 ms",
            "절반 부하에서 더해진 p99(ms)"));
    figures.add(
        Figure.beside(
            "CPU per request, times nginx's",
            "요청당 CPU, nginx의 몇 배",
            ours.cpuMicros() / nginx.cpuMicros()));
    figures.add(Figure.beside("resident memory, MB", "상주 메모리(MB)", ours.rssMb()));
    peer(figures, "nginx", nginx);
    peer(figures, "HAProxy", haproxy);
    return figures;
  }

  private static void peer(List<Figure> figures, String name, Score score) {
    figures.add(Figure.beside("requests/s, " + name, "초당 요청, " + name, score.perSecond()));
    figures.add(
        Figure.beside("added p50 ms, " + name, "더해진 p50, " + name + "(ms)", score.addedP50()));
    figures.add(
        Figure.beside("added p99 ms, " + name, "더해진 p99, " + name + "(ms)", score.addedP99()));
  }
}
