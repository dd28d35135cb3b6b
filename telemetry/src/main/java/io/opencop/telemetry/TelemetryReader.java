package io.opencop.telemetry;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
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
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers questions. Every answer sees all that was acknowledged before the question and says what
 * it cost. Bad arguments are an {@link IllegalArgumentException} that names the field.
 */
public interface TelemetryReader {
  Answer<Overview> overview(TimeRange range);

  /**
   * Services seen in the range, those that need attention first (error ratio, then p95 against the
   * range before, then traffic).
   */
  Answer<List<ServiceSummary>> services(TimeRange range, int trendPoints);

  /** Empty where the service was not seen in the range. */
  Answer<Optional<ServiceDetail>> service(String service, TimeRange range, Duration step);

  Answer<Heatmap> heatmap(HeatmapQuery query);

  /**
   * @param service only this service and its neighbours; null for all
   */
  Answer<Graph> graph(TimeRange range, String service);

  Answer<Page<TraceSummary>> traces(TraceQuery query);

  /**
   * @param traceId 32 hex digits
   * @param around a time near the trace, or null
   */
  Answer<Optional<Trace>> trace(String traceId, Instant around);

  Answer<Page<LogRow>> logs(LogQuery query);

  Answer<LogHistogram> logHistogram(LogFilter filter, TimeRange range, int points);

  Answer<List<LogPattern>> logPatterns(PatternQuery query);

  /**
   * @param service only metrics of this service; null for all
   * @param text part of the name, any case; null for all
   */
  Answer<List<MetricInfo>> metrics(TimeRange range, String service, String text);

  Answer<MetricResult> metric(MetricQuery query);

  List<AttributeKey> attributeKeys(Signal signal);

  Answer<List<AttributeValue>> attributeValues(AttributeValuesQuery query);

  Answer<Page<Change>> changes(ChangeQuery query);

  /**
   * Live tail: calls the sink, on the builder's thread, for each record that matches and is
   * acknowledged from now on. The sink must not block.
   */
  AutoCloseable tail(LogFilter filter, Consumer<LogRow> sink);
}
