package io.opencop.server.support;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.BackupStore;
import io.opencop.telemetry.SealReport;
import io.opencop.telemetry.SqlStore;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Cost;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.LogPattern;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.PatternQuery;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.Scope;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.SqlResult;
import io.opencop.telemetry.query.SqlView;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Answers with one of everything, nulls included, so that every field's form is seen once. */
public abstract class Samples implements TelemetryReader, SqlStore, BackupStore {
  static final Instant T = Instant.parse("2026-01-31T09:00:00.123456789Z");
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String SPAN = "b7ad6b7169203331";
  private static final Cost COST = new Cost(10, 2048, 1, 0.5);
  private static final Red RED = new Red(10, 1, 0.5, 0.1, 12.5, 10.0, 20.0, Double.NaN);
  private static final Red NONE = new Red(0, 0, 0, 0, null, null, null, null);
  private static final RedPoint POINT = new RedPoint(T, 0, 0, null, null, null);
  private static final RedSlice SLICE = new RedSlice("v1", RED, List.of(POINT), T, T);
  private static final Operation OPERATION = new Operation("cart", "GET /", "server", RED);
  private static final Change CHANGE =
      new Change(T, ChangeKind.DEPLOY, "cart", null, "release 2", null, "2", null);

  public final List<Consumer<LogRow>> tails = new CopyOnWriteArrayList<>();
  public volatile TraceQuery lastTraceQuery;
  public volatile LogQuery lastLogQuery;
  public volatile TimeRange lastRange;

  private static <T> Answer<T> answer(T value) {
    return new Answer<>(value, COST);
  }

  @Override
  public Answer<Overview> overview(TimeRange range) {
    lastRange = range;
    return answer(
        new Overview(
            range.from(), range.to(), 1, 1, NONE, null, List.of("cart"), 1, 2, 3, OPERATION, true));
  }

  @Override
  public Answer<List<ServiceSummary>> services(TimeRange range, int trendPoints) {
    return answer(
        List.of(
            new ServiceSummary(
                "cart",
                null,
                "java",
                RED,
                NONE,
                List.of(POINT),
                2,
                List.of("1", "2"),
                CHANGE,
                T,
                9,
                8,
                7),
            new ServiceSummary(
                "카트", "shop", null, NONE, NONE, List.of(), 0, List.of(), null, T, 0, 0, 0)));
  }

  @Override
  public Answer<Optional<ServiceDetail>> service(String service, TimeRange range, Duration step) {
    if (service.equals("nobody")) {
      return answer(Optional.empty());
    }
    return answer(
        Optional.of(
            new ServiceDetail(
                service,
                null,
                "java",
                (int) step.toSeconds(),
                RED,
                NONE,
                List.of(POINT),
                List.of(SLICE),
                List.of(SLICE),
                List.of(OPERATION),
                List.of(CHANGE),
                Map.of("service.name", service))));
  }

  @Override
  public Answer<Heatmap> heatmap(HeatmapQuery query) {
    return answer(
        new Heatmap(10, List.of(T), List.of(1.0, 2.0), List.of(List.of(3L)), List.of(List.of(0L))));
  }

  @Override
  public Answer<Graph> graph(TimeRange range, String service) {
    return answer(
        new Graph(
            List.of(
                new Graph.Node("cart", "service", "cart", null, RED, 1, null, null),
                new Graph.Node("db", "database", "orders", "postgresql", NONE, 0, null, null),
                Graph.Node.of("pay", "external", "pay", "http").withPorts(List.of(443), 1)),
            List.of(new Graph.Edge("cart", "db", null, RED, false, 0))));
  }

  @Override
  public Answer<Page<TraceSummary>> traces(TraceQuery query) {
    lastTraceQuery = query;
    return answer(
        new Page<>(
            List.of(
                new TraceSummary(
                    TRACE,
                    T,
                    12.5,
                    null,
                    null,
                    "unset",
                    new TraceSummary.Match(SPAN, "cart", "GET /", T, 1.5, "ok"),
                    3,
                    0,
                    List.of(new TraceSummary.ServiceSpans("cart", 3, 0)))),
            "next"));
  }

  @Override
  public Answer<Optional<Trace>> trace(String traceId, Instant around) {
    if (!traceId.equals(TRACE)) {
      return answer(Optional.empty());
    }
    SpanRow span =
        new SpanRow(
            SPAN,
            null,
            "cart",
            null,
            "cart-1",
            "GET /",
            "server",
            T,
            0,
            1.5,
            1.5,
            "error",
            "boom",
            null,
            new Scope(null, null),
            Map.of("http.route", "/", "n", 1L, "list", List.of(1.5, true)),
            Map.of("service.name", "cart"),
            List.of(new SpanRow.Event("exception", T, 1, Map.of())),
            List.of(new SpanRow.Link(TRACE, SPAN, Map.of())),
            new SpanRow.Dropped(0, 1, 2));
    return answer(
        Optional.of(
            new Trace(
                TRACE,
                T,
                1.5,
                List.of(span),
                List.of(new Trace.PathSegment(SPAN, 0, 1.5)),
                1,
                false)));
  }

  public static LogRow log(String body) {
    return new LogRow(
        "1",
        T,
        null,
        "error",
        null,
        "cart",
        null,
        body,
        TRACE,
        null,
        null,
        "7",
        Map.of("a", "b"),
        Map.of(),
        new Scope("scope", null));
  }

  @Override
  public Answer<Page<LogRow>> logs(LogQuery query) {
    lastLogQuery = query;
    return answer(new Page<>(List.of(log("<script>alert(1)</script> 주문 실패")), null));
  }

  @Override
  public Answer<LogHistogram> logHistogram(LogFilter filter, TimeRange range, int points) {
    return answer(new LogHistogram(30, List.of(T), Map.of("error", List.of(2L))));
  }

  @Override
  public Answer<List<LogPattern>> logPatterns(PatternQuery query) {
    return answer(
        List.of(
            new LogPattern(
                "7",
                "order <*> failed",
                3,
                "error",
                List.of("cart"),
                T,
                T,
                true,
                "order 1 failed")));
  }

  @Override
  public Answer<List<MetricInfo>> metrics(TimeRange range, String service, String text) {
    return answer(
        List.of(
            new MetricInfo(
                "jvm.memory.used",
                "sum",
                "By",
                "",
                "cumulative",
                false,
                3,
                List.of("cart"),
                List.of("pool")),
            new MetricInfo("g", "gauge", "", "", null, null, 1, List.of(), List.of())));
  }

  @Override
  public Answer<MetricResult> metric(MetricQuery query) {
    return answer(
        new MetricResult(
            query.name(),
            "By",
            "gauge",
            "avg",
            10,
            List.of(T, T),
            List.of(
                new MetricResult.Series(
                    Map.of("pool", "eden"),
                    Arrays.asList(1.5, null),
                    List.of(new MetricResult.Exemplar(T, 1.5, TRACE, SPAN)))),
            false));
  }

  @Override
  public List<AttributeKey> attributeKeys(Signal signal) {
    return List.of(new AttributeKey("http.route", "string", false));
  }

  @Override
  public Answer<List<AttributeValue>> attributeValues(AttributeValuesQuery query) {
    return answer(List.of(new AttributeValue("/", 3)));
  }

  @Override
  public Answer<Page<Change>> changes(ChangeQuery query) {
    return answer(new Page<>(List.of(CHANGE), null));
  }

  @Override
  public AutoCloseable tail(LogFilter filter, Consumer<LogRow> sink) {
    tails.add(sink);
    return () -> tails.remove(sink);
  }

  @Override
  public List<SqlView> views() {
    return List.of(
        new SqlView("spans", "every span", List.of(new SqlView.Column("name", "VARCHAR", null))));
  }

  @Override
  public Answer<SqlResult> sql(String sql, TimeRange range, int maxRows) {
    if (sql.contains("nonsense")) {
      throw new IllegalArgumentException("query: syntax error at nonsense");
    }
    return answer(
        new SqlResult(
            List.of(new SqlResult.Column("n", "BIGINT")),
            List.of(Arrays.asList(1L, null), List.of("x", 1.5)),
            false));
  }

  @Override
  public BackupReport backup(Path folder) {
    return new BackupReport(folder.toString(), 3, 4096);
  }

  public SealReport seal() {
    return new SealReport(1, 10, 2.5);
  }

  public StoreHealth health() {
    return new StoreHealth(
        List.of(new StoreHealth.Problem("segment_quarantined", List.of("s1"), T)),
        Arrays.stream(Signal.values())
            .map(s ->
                new StoreHealth.Received(
                    s, 1, 2, 3, 0, 0.2, List.of(new StoreHealth.Refused("MALFORMED", 1, 0))))
            .toList(),
        new StoreHealth.Pipeline(0, 100, 0, 0.5),
        new StoreHealth.Journal(1, 10, 0.5, 3, 4),
        List.of(new StoreHealth.Stored(Signal.SPANS, 1, 2, 3, 4, null, 5, 6)),
        1000,
        10,
        null,
        1,
        7,
        List.of(new StoreHealth.Limit("operations_per_service", 1000, 0, null)));
  }
}
