package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.SqlStore;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.assemble.Attention;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.ingest.LogTail;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import io.opencop.telemetry.query.ChangeQuery;
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
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.PatternQuery;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import io.opencop.telemetry.query.SqlResult;
import io.opencop.telemetry.query.SqlView;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceSummary;
import io.opencop.telemetry.rollup.GraphAnswer;
import io.opencop.telemetry.rollup.HeatmapAnswer;
import io.opencop.telemetry.rollup.OverviewAnswer;
import io.opencop.telemetry.rollup.RollupView;
import io.opencop.telemetry.rollup.ServiceAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The reading half of the disk store: pins a snapshot, asks, counts the cost. */
class StoreAnswers implements TelemetryReader, SqlStore {
  /** How long a question waits for what was acknowledged before it to be built in. */
  private static final long FRESH_MILLIS = 2_000;

  private final Slices slices;
  private final Rollups rollups;
  private final LogTail tail;
  private final Engine engine;
  private final SegmentIndexes indexes;
  private final Damage damage;
  private final Catalogues catalogues;
  private final LongSupplier durable;
  private final SpanReads spans;
  private final LogReads logs;
  private final MetricReads metrics;
  private final AttributeReads attributes;
  private final SqlAnswers sqlAnswers;

  StoreAnswers(
      Slices slices,
      Rollups rollups,
      Templates templates,
      LogTail tail,
      Engine engine,
      SegmentIndexes indexes,
      Damage damage,
      SqlAnswers sqlAnswers,
      Catalogues catalogues,
      int spansPerTrace,
      LongSupplier durable) {
    this.slices = slices;
    this.rollups = rollups;
    this.tail = tail;
    this.engine = engine;
    this.indexes = indexes;
    this.damage = damage;
    this.sqlAnswers = sqlAnswers;
    this.catalogues = catalogues;
    this.durable = durable;
    spans = new SpanReads(engine, indexes, catalogues, spansPerTrace);
    logs = new LogReads(engine, indexes, catalogues, templates);
    metrics = new MetricReads(engine, catalogues);
    attributes = new AttributeReads(engine, catalogues);
  }

  /** Stops the engines. */
  final void closeReading() {
    sqlAnswers.close();
    engine.close();
  }

  @Override
  public Answer<Overview> overview(TimeRange range) {
    return ask(
        List.of("spans"),
        true,
        (s, r) -> {
          RollupView view = view(s, range);
          Overview o =
              OverviewAnswer.of(
                  view, range, SessionCount.of(engine, indexes, s, range, r), s.everReceived());
          r.cells(view.cellsRead(), view.parts());
          return o;
        });
  }

  @Override
  public Answer<List<ServiceSummary>> services(TimeRange range, int trendPoints) {
    return ask(
        List.of(),
        true,
        (s, r) -> {
          RollupView view = view(s, range);
          List<ServiceSummary> all =
              new ArrayList<>(
                  new ServiceAnswers(view)
                      .services(
                          range,
                          Steps.chooseRed(range, trendPoints),
                          c -> lastChange(s, c, range)));
          all.sort(Attention.order());
          r.cells(view.cellsRead(), view.parts());
          return all;
        });
  }

  @Override
  public Answer<Optional<ServiceDetail>> service(String service, TimeRange range, Duration step) {
    Duration grid =
        step == null
            ? Steps.chooseRed(range, Steps.DEFAULT_POINTS)
            : Steps.cells(Steps.orDefault(step, range));
    return ask(
        List.of(),
        true,
        (s, r) -> {
          RollupView view = view(s, range);
          List<Change> changes =
              s.changes().reversed().stream()
                  .filter(c -> c.service() == null || c.service().equals(service))
                  .filter(c -> range.contains(c.time()))
                  .toList();
          Optional<ServiceDetail> detail =
              new ServiceAnswers(view).service(service, range, grid, changes);
          r.cells(view.cellsRead(), view.parts());
          return detail;
        });
  }

  @Override
  public Answer<Heatmap> heatmap(HeatmapQuery query) {
    return ask(
        List.of(),
        true,
        (s, r) -> {
          RollupView view = view(s, query.range());
          Heatmap map = HeatmapAnswer.of(view, query);
          r.cells(view.cellsRead(), view.parts());
          return map;
        });
  }

  @Override
  public Answer<Graph> graph(TimeRange range, String service) {
    return ask(
        List.of(),
        true,
        (s, r) -> {
          RollupView view = view(s, range);
          Graph graph = GraphAnswer.of(view, range, service);
          r.cells(view.cellsRead(), view.parts());
          return graph;
        });
  }

  @Override
  public Answer<Page<TraceSummary>> traces(TraceQuery query) {
    return ask(List.of("spans"), false, (s, r) -> spans.search(s, query, r));
  }

  @Override
  public Answer<Optional<Trace>> trace(String traceId, Instant around) {
    return ask(List.of("spans", "logs"), false, (s, r) -> spans.trace(s, traceId, around, r));
  }

  @Override
  public Answer<Page<LogRow>> logs(LogQuery query) {
    return ask(List.of("logs"), false, (s, r) -> logs.search(s, query, r));
  }

  @Override
  public Answer<LogHistogram> logHistogram(LogFilter filter, TimeRange range, int points) {
    return ask(List.of("logs"), false, (s, r) -> logs.histogram(s, filter, range, points, r));
  }

  @Override
  public Answer<List<LogPattern>> logPatterns(PatternQuery query) {
    return ask(List.of("logs"), false, (s, r) -> logs.patterns(s, query, r));
  }

  @Override
  public Answer<List<MetricInfo>> metrics(TimeRange range, String service, String text) {
    return ask(
        List.of("series", "points", "histograms"),
        false,
        (s, r) -> metrics.catalogue(s, range, service, text, r));
  }

  @Override
  public Answer<MetricResult> metric(MetricQuery query) {
    return ask(
        List.of("series", "points", "histograms"), false, (s, r) -> metrics.query(s, query, r));
  }

  @Override
  public List<AttributeKey> attributeKeys(Signal signal) {
    return ask(List.of("spans", "logs", "series"), false, (s, r) -> attributes.keys(s, signal))
        .value();
  }

  @Override
  public Answer<List<AttributeValue>> attributeValues(AttributeValuesQuery query) {
    return ask(
        List.of("spans", "logs", "series", "points", "histograms"),
        false,
        (s, r) -> attributes.values(s, query, r));
  }

  @Override
  public Answer<Page<Change>> changes(ChangeQuery q) {
    return ask(
        List.of(),
        false,
        (s, r) -> {
          r.cells(s.changes().size(), 0);
          return ChangePages.page(s.changes(), q);
        });
  }

  @Override
  public List<SqlView> views() {
    TimeRange hour = TimeRange.last(Duration.ofHours(1), Instant.now());
    return ask(SqlViews.TABLES, true, (s, r) -> sqlAnswers.views(s, rollups, hour)).value();
  }

  @Override
  public Answer<SqlResult> sql(String query, TimeRange range, int maxRows) {
    return ask(
        SqlViews.TABLES, true, (s, r) -> sqlAnswers.query(s, rollups, query, range, maxRows, r));
  }

  @Override
  public AutoCloseable tail(LogFilter filter, Consumer<LogRow> sink) {
    // What was acknowledged before is not news, though the builder may still have it before it.
    slices.awaitBuilt(durable.getAsLong(), FRESH_MILLIS);
    return tail.watch(new TailWatcher(filter, catalogues, sink));
  }

  /** The latest Change of the service before the end of the range, or null. */
  private static Change lastChange(Snapshot s, String service, TimeRange range) {
    for (Change c : s.changes().reversed()) {
      if ((c.service() == null || c.service().equals(service)) && c.time().isBefore(range.to())) {
        return c;
      }
    }
    return null;
  }

  /** Roll-ups of the resolution that fits the range (and the one of equal length before it). */
  private RollupView view(Snapshot s, TimeRange range) {
    long from = Nanos.of(range.from().minus(range.length()));
    long to = Nanos.of(range.to());
    return rollups.view(s, from, to, range.length().toNanos());
  }

  private <T> Answer<T> ask(
      List<String> tables, boolean withRollups, BiFunction<Snapshot, Reading, T> question) {
    Reading reading = new Reading();
    slices.awaitBuilt(durable.getAsLong(), FRESH_MILLIS);
    try (Snapshot snapshot = slices.snapshot(tables, withRollups)) {
      try {
        return reading.answer(question.apply(snapshot, reading));
      } catch (Engine.QueryException | UncheckedIOException e) {
        if (!damage.setAside(snapshot)) {
          throw e;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Snapshot rest = slices.snapshot(tables, withRollups)) {
      return reading.answer(question.apply(rest, reading));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
