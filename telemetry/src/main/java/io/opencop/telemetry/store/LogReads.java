package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.LogWords;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.drain.Template;
import io.opencop.telemetry.ingest.Catalogues;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Log records, their counts over time, their patterns. */
final class LogReads {
  private final Engine engine;
  private final SegmentIndexes indexes;
  private final Catalogues catalogues;
  private final Templates templates;

  LogReads(Engine engine, SegmentIndexes indexes, Catalogues catalogues, Templates templates) {
    this.engine = engine;
    this.indexes = indexes;
    this.catalogues = catalogues;
    this.templates = templates;
  }

  Page<LogRow> search(Snapshot snapshot, LogQuery q, Reading reading) {
    q.filter().attributes().forEach(Conditions::check);
    String kind = q.newestFirst() ? "logs newest" : "logs oldest";
    List<String> after = Cursors.decode(kind, 2, q.cursor());
    Source source = source(snapshot, q.range(), q.filter(), reading, 20);
    List<LogRow> rows = new ArrayList<>();
    if (source.isEmpty()) {
      return new Page<>(rows, null);
    }
    Where where = where(source, q.filter(), q.range());
    String than = q.newestFirst() ? "<" : ">";
    if (after != null) {
      String time = Source.time(Cursors.number(after.get(0)));
      long seq = Cursors.number(after.get(1));
      where.and(
          "(\"time\" "
              + than
              + " "
              + time
              + " OR (\"time\" = "
              + time
              + " AND seq "
              + than
              + " "
              + seq
              + "))");
    }
    String way = q.newestFirst() ? " DESC" : "";
    String order = " ORDER BY \"time\"" + way + ", seq" + way + " LIMIT ";
    // The best positions first, by few columns; whole records only of those.
    List<String> seqs = new ArrayList<>();
    engine.query(
        "SELECT seq FROM " + source.sql() + " WHERE " + where.sql() + order + (q.limit() + 1),
        where.args(),
        r -> seqs.add(Long.toString(r.getLong(1))));
    boolean more = seqs.size() > q.limit();
    List<String> wanted = more ? seqs.subList(0, q.limit()) : seqs;
    if (wanted.isEmpty()) {
      return new Page<>(rows, null);
    }
    LogMapper mapper = new LogMapper(source, catalogues);
    engine.query(
        "SELECT "
            + mapper.select()
            + " FROM "
            + source.sql()
            + " WHERE "
            + Source.between("time", Nanos.of(q.range().from()), Nanos.of(q.range().to()))
            + " AND seq IN ("
            + String.join(", ", wanted)
            + ")"
            + order
            + q.limit(),
        List.of(),
        r -> rows.add(mapper.row(r)));
    String next = null;
    if (more) {
      LogRow last = rows.getLast();
      next = Cursors.encode(kind, Long.toString(Nanos.of(last.time())), last.id());
    }
    return new Page<>(rows, next);
  }

  LogHistogram histogram(
      Snapshot snapshot, LogFilter filter, TimeRange range, int points, Reading reading) {
    filter.attributes().forEach(Conditions::check);
    Duration step = Steps.choose(range, points);
    List<Instant> times = Steps.times(range, step);
    Map<String, List<Long>> counts = new LinkedHashMap<>();
    Source source = source(snapshot, range, filter, reading, 3);
    if (!source.isEmpty()) {
      Where where = where(source, filter, range);
      engine.query(
          "SELECT epoch_ns(\"time\") // "
              + step.toNanos()
              + " AS step, severity_number, count(*) FROM "
              + source.sql()
              + " WHERE "
              + where.sql()
              + " GROUP BY ALL",
          where.args(),
          r -> {
            long[] n =
                new long[] {r.getLong(1) - times.getFirst().getEpochSecond() / step.toSeconds()};
            List<Long> c =
                counts.computeIfAbsent(
                    Severities.name(r.getInt(2)),
                    s -> new ArrayList<>(Collections.nCopies(times.size(), 0L)));
            int i = (int) Math.clamp(n[0], 0, times.size() - 1L);
            c.set(i, c.get(i) + r.getLong(3));
          });
    }
    return new LogHistogram(step.toSeconds(), times, counts);
  }

  List<LogPattern> patterns(Snapshot snapshot, PatternQuery q, Reading reading) {
    LogFilter filter = new LogFilter(null, q.minSeverity(), q.service(), null, null, List.of());
    Source source = source(snapshot, q.range(), filter, reading, 4);
    if (source.isEmpty() || !source.has("template_id")) {
      return List.of();
    }
    Map<String, LogPattern> patterns = new LinkedHashMap<>();
    Where where = where(source, filter, q.range()).and("template_id IS NOT NULL");
    engine.query(
        "SELECT template_id, count(*) AS n, max(severity_number), "
            + "string_agg(DISTINCT \"service.name\", chr(31) ORDER BY \"service.name\"), "
            + "epoch_ns(max(\"time\")), arg_max(body, \"time\") FROM "
            + source.sql()
            + " WHERE "
            + where.sql()
            + " GROUP BY template_id ORDER BY n DESC, template_id LIMIT "
            + (2 * q.limit() + 100),
        where.args(),
        r -> {
          Templates.Known known = templates.known(r.getLong(1));
          Instant last = Nanos.instant(r.getLong(5));
          Instant first = known == null ? last : Nanos.instant(known.firstSeenNanos());
          LogPattern pattern =
              new LogPattern(
                  Long.toString(known == null ? r.getLong(1) : known.id()),
                  known == null ? Template.VALUE : known.text(),
                  r.getLong(2),
                  Severities.name(r.getInt(3)),
                  Arrays.asList(r.getString(4).split("\u001f")),
                  first,
                  last,
                  q.range().contains(first),
                  r.getString(6));
          patterns.merge(pattern.templateId(), pattern, LogReads::join);
        });
    return patterns.values().stream()
        .sorted(
            Comparator.comparingLong(LogPattern::count)
                .reversed()
                .thenComparing(LogPattern::templateId))
        .limit(q.limit())
        .toList();
  }

  /** Two templates that have become one. */
  private static LogPattern join(LogPattern a, LogPattern b) {
    boolean aLater = a.lastSeen().isAfter(b.lastSeen());
    boolean aWorse = Severities.number(a.severity()) >= Severities.number(b.severity());
    return new LogPattern(
        a.templateId(),
        a.template(),
        a.count() + b.count(),
        aWorse ? a.severity() : b.severity(),
        Stream.concat(a.services().stream(), b.services().stream()).distinct().sorted().toList(),
        a.firstSeen().isBefore(b.firstSeen()) ? a.firstSeen() : b.firstSeen(),
        aLater ? a.lastSeen() : b.lastSeen(),
        a.isNew() && b.isNew(),
        aLater ? a.example() : b.example());
  }

  private Source source(
      Snapshot snapshot, TimeRange range, LogFilter filter, Reading reading, int columns) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    List<DataFile> files = snapshot.files("logs", from, to);
    if (filter.traceId() != null) {
      files = indexes.holding(files, List.of(filter.traceId()));
    }
    return reading.of(new Source(files), columns);
  }

  private Where where(Source source, LogFilter f, TimeRange range) {
    Where where =
        new Where(source, catalogues.logs(), catalogues.resources())
            .and(Source.between("time", Nanos.of(range.from()), Nanos.of(range.to())))
            .is("service.name", f.service());
    if (f.minSeverity() > 0) {
      where.and("severity_number >= " + f.minSeverity());
    }
    if (f.traceId() != null) {
      if (source.has("trace_id")) {
        where.and("trace_id = unhex(?)", f.traceId().toLowerCase(Locale.ROOT));
      } else {
        where.and("FALSE");
      }
    }
    if (f.templateId() != null) {
      String parts =
          templates.partsOf(f.templateId()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      where.and(source.has("template_id") ? "template_id IN (" + parts + ")" : "FALSE");
    }
    for (String word : new LogWords(f.text()).words()) {
      String body = source.column("body", "VARCHAR");
      String text = source.has("body_json") ? "coalesce(" + body + ", body_json)" : body;
      where.and("contains(lower(" + text + "), ?)", word);
    }
    return where.attributes(f.attributes());
  }
}
