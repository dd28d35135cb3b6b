package io.opencop.telemetry.memory;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.LogWords;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.LogPattern;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.PatternQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, by looking at each. */
final class MemoryLogs {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryLogs.class);

  /** A live tail. */
  record Tail(LogFilter filter, Consumer<LogRow> sink) {
    void offer(Items.Log log) {
      if (matches(log, filter)) {
        try {
          sink.accept(log.row());
        } catch (RuntimeException e) {
          LOG.warn("a tail's listener failed", e);
        }
      }
    }
  }

  private static final Comparator<Items.Log> OLDEST =
      Comparator.comparingLong(Items.Log::time)
          .thenComparingLong(l -> Long.parseLong(l.row().id()));

  private MemoryLogs() {}

  static boolean matches(Items.Log log, LogFilter f) {
    LogRow row = log.row();
    return new LogWords(f.text()).match(log.text())
        && log.severity() >= f.minSeverity()
        && (f.service() == null || f.service().equals(row.service()))
        && (f.traceId() == null || f.traceId().toLowerCase(Locale.ROOT).equals(row.traceId()))
        && (f.templateId() == null || f.templateId().toString().equals(row.templateId()))
        && Conditions.match(f.attributes(), row.attributes(), row.resource());
  }

  static Page<LogRow> search(List<Items.Log> logs, LogQuery q) {
    q.filter().attributes().forEach(Conditions::check);
    String kind = q.newestFirst() ? "logs newest" : "logs oldest";
    List<String> after = Cursors.decode(kind, 2, q.cursor());
    Comparator<Items.Log> order = q.newestFirst() ? OLDEST.reversed() : OLDEST;
    List<Items.Log> rest =
        in(logs, q.range()).stream()
            .filter(l -> matches(l, q.filter()))
            .sorted(order)
            .dropWhile(l -> after != null && !behind(l, after, q.newestFirst()))
            .toList();
    List<Items.Log> items = rest.stream().limit(q.limit()).toList();
    String next = null;
    if (items.size() < rest.size()) {
      Items.Log last = items.getLast();
      next = Cursors.encode(kind, Long.toString(last.time()), last.row().id());
    }
    return new Page<>(items.stream().map(Items.Log::row).toList(), next);
  }

  private static boolean behind(Items.Log l, List<String> after, boolean newestFirst) {
    int c = Long.compare(l.time(), Cursors.number(after.get(0)));
    if (c == 0) {
      c = Long.compare(Long.parseLong(l.row().id()), Cursors.number(after.get(1)));
    }
    return newestFirst ? c < 0 : c > 0;
  }

  static LogHistogram histogram(
      List<Items.Log> logs, LogFilter filter, TimeRange range, int points) {
    Duration step = Steps.choose(range, points);
    List<Instant> times = Steps.times(range, step);
    Map<String, List<Long>> counts = new LinkedHashMap<>();
    for (Items.Log l : in(logs, range)) {
      if (matches(l, filter)) {
        List<Long> c =
            counts.computeIfAbsent(
                l.row().severity(), s -> new ArrayList<>(Collections.nCopies(times.size(), 0L)));
        int i = Steps.index(range, step, l.row().time());
        c.set(i, c.get(i) + 1);
      }
    }
    return new LogHistogram(step.toSeconds(), times, counts);
  }

  static List<LogPattern> patterns(List<Items.Log> logs, PatternQuery q) {
    Map<String, List<Items.Log>> byTemplate =
        logs.stream()
            .filter(l -> l.text() != null)
            .sorted(OLDEST)
            .collect(
                Collectors.groupingBy(
                    l -> l.row().templateId(), TreeMap::new, Collectors.toList()));
    List<LogPattern> patterns = new ArrayList<>();
    byTemplate.forEach((id, all) -> {
      List<Items.Log> here =
          in(all, q.range()).stream()
              .filter(l -> q.service() == null || q.service().equals(l.row().service()))
              .filter(l -> l.severity() >= q.minSeverity())
              .toList();
      if (!here.isEmpty()) {
        patterns.add(pattern(id, all.getFirst().row().time(), here, q.range()));
      }
    });
    return patterns.stream()
        .sorted(Comparator.comparingLong(LogPattern::count).reversed())
        .limit(q.limit())
        .toList();
  }

  private static LogPattern pattern(
      String id, Instant firstSeen, List<Items.Log> here, TimeRange range) {
    int worst = here.stream().mapToInt(Items.Log::severity).max().orElse(0);
    return new LogPattern(
        id,
        Masks.template(here.getLast().text()),
        here.size(),
        Severities.name(worst),
        here.stream().map(l -> l.row().service()).distinct().sorted().toList(),
        firstSeen,
        here.getLast().row().time(),
        range.contains(firstSeen),
        here.getLast().text());
  }

  private static List<Items.Log> in(List<Items.Log> logs, TimeRange range) {
    return logs.stream().filter(l -> range.contains(Nanos.instant(l.time()))).toList();
  }
}
