package io.opencop.bench.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Api;
import io.opencop.bench.target.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The four questions of the design's table, each asked several times about different things. */
public final class Questions {
  private static final int LONGEST_INGEST_S = 300;

  private final Say say;
  private final Api api;
  private final Stock stock;
  private final int repeat;
  private final List<Question> questions;
  private boolean right = true;

  /**
   * One kind of question.
   *
   * @param ask asks it the n-th time; false where the answer cannot be right
   */
  private record Question(String name, String en, String ko, double targetMs, IntPredicate ask) {}

  public Questions(Say say, Server server, Stock stock, int repeat) {
    this.say = say;
    this.api = server.api();
    this.stock = stock;
    this.repeat = repeat;
    questions =
        List.of(
            new Question(
                "overview_ms", "overview of the last hour", "지난 1시간 개요", 60, _ -> overview()),
            new Question("trace_by_id_ms", "trace by id", "ID로 트레이스", 50, this::trace),
            new Question(
                "attribute_search_ms",
                "attribute search over the hour",
                "1시간 속성 검색",
                200,
                this::attribute),
            new Question("heatmap_ms", "heat map of the hour", "1시간 히트맵", 150, this::heatmap));
  }

  /** Whether every answer held what it must. */
  public boolean right() {
    return right;
  }

  public void atRest(List<Figure> figures) {
    for (Question q : questions) {
      double[] ms = ask(q);
      double first = ms[0];
      Arrays.sort(ms);
      figures.add(
          Figure.atMost(
              q.name(), ms[ms.length / 2], q.targetMs(), q.en() + ", ms", q.ko() + ", ms"));
      figures.add(
          Figure.bounded(q.en() + ", first, ms", q.ko() + " 첫 번째, ms", first, q.targetMs()));
    }
  }

  /** The same while spans arrive at this rate; at most twice as long. */
  public void duringIngest(Target target, int rate, List<Figure> figures)
      throws InterruptedException {
    RequestPool now = RequestPool.spans(8, Clocking.now());
    long most = (long) rate * LONGEST_INGEST_S / now.items(0);
    Load load = Load.paced(now, target, 0, most, rate).start();
    try {
      Thread.sleep(3_000);
      for (Question q : questions) {
        double[] ms = ask(q);
        Arrays.sort(ms);
        figures.add(
            Figure.bounded(
                q.en() + ", during ingest, ms",
                q.ko() + " 수신 중, ms",
                ms[ms.length / 2],
                2 * q.targetMs()));
      }
    } finally {
      load.stop();
    }
    figures.add(Figure.beside("spans a second meanwhile", "그동안 초당 스팬", rateOf(load)));
  }

  private static double rateOf(Load load) throws InterruptedException {
    var sent = load.join();
    return sent.items() / sent.seconds();
  }

  private double[] ask(Question q) {
    double[] ms = new double[repeat];
    for (int i = 0; i < repeat; i++) {
      long start = System.nanoTime();
      boolean good = q.ask().test(i);
      ms[i] = (System.nanoTime() - start) / 1e6;
      if (!good) {
        right = false;
        say.step("WRONG: %s, question %d", "오류: %s, %d번째", q.en(), i);
      }
    }
    return ms;
  }

  private boolean overview() {
    return api.get("/api/v1/overview", lastHour()).size() > 0;
  }

  private boolean heatmap(int n) {
    String service = n % 2 == 0 ? "gateway" : "storefront";
    return api.get("/api/v1/services/" + service + "/heatmap", lastHour()).size() > 0;
  }

  private boolean trace(int n) {
    // Ids are a function of the request's number: any of them can be asked for.
    long number = stock.requests() * (n + 1) / (repeat + 2);
    String id = Known.traceId(stock.pool().request(number));
    JsonNode trace = api.get("/api/v1/traces/" + id, Map.of());
    return trace.path("spans").size() >= 7;
  }

  private boolean attribute(int n) {
    // A user of the last hour: of a request near the end.
    long number = stock.requests() - 1 - n;
    String user = Known.user(stock.pool().request(Math.max(0, number)));
    Map<String, String> query = lastHour();
    query.put("attr", "user.id=" + user);
    return api.get("/api/v1/traces", query).path("traces").size() > 0;
  }

  private Map<String, String> lastHour() {
    Map<String, String> query = new LinkedHashMap<>();
    Instant end = stock.end().plusSeconds(2);
    query.put("from", end.minus(Duration.ofHours(1)).toString());
    query.put("to", end.toString());
    return query;
  }
}
