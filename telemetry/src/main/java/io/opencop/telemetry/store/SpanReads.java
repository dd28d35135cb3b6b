package io.opencop.telemetry.store;

import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.TraceAssembler;
import io.opencop.telemetry.assemble.TraceSummaries;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Traces by search and by id. */
final class SpanReads {
  /** How far from a matching span the rest of its trace is looked for first. */
  private static final long REACH = Duration.ofMinutes(15).toNanos();

  /** As many files are asked for all columns at once; of more, first which hold the trace. */
  private static final int FEW = 4;

  private final Engine engine;
  private final SegmentIndexes indexes;
  private final Catalogues catalogues;
  private final int spansPerTrace;

  SpanReads(Engine engine, SegmentIndexes indexes, Catalogues catalogues, int spansPerTrace) {
    this.spansPerTrace = spansPerTrace;
    this.engine = engine;
    this.indexes = indexes;
    this.catalogues = catalogues;
  }

  /** A trace's best matching span. */
  private record Hit(String traceId, long key, TraceSummary.Match span, long start) {}

  Page<TraceSummary> search(Snapshot snapshot, TraceQuery q, Reading reading) {
    String kind = "traces " + q.order();
    List<String> after = Cursors.decode(kind, 2, q.cursor());
    long from = Nanos.of(q.range().from());
    long to = Nanos.of(q.range().to());
    Source source = reading.of(new Source(snapshot.files("spans", from, to)), 8);
    if (source.isEmpty()) {
      q.attributes().forEach(Conditions::check);
      return new Page<>(List.of(), null);
    }
    List<Hit> hits = hits(source, q, from, to, after);
    String next = null;
    if (hits.size() > q.limit()) {
      hits = hits.subList(0, q.limit());
      next = Cursors.encode(kind, Long.toString(hits.getLast().key()), hits.getLast().traceId());
    }
    return new Page<>(summaries(snapshot, hits, reading), next);
  }

  private List<Hit> hits(Source source, TraceQuery q, long from, long to, List<String> after) {
    Where where =
        new Where(source, catalogues.spans(), catalogues.resources())
            .and(Source.between("start_time", from, to))
            .is("service.name", q.service())
            .is("name", q.operation());
    if (q.kind() != null) {
      where.and("kind = " + SpanMapper.kind(q.kind()));
    }
    if (q.status() != null) {
      where.and("status_code = " + SpanMapper.status(q.status()));
    }
    if (q.minDurationMs() != null) {
      where.and("duration_ns >= ?", Nanos.ofMs(q.minDurationMs()));
    }
    if (q.maxDurationMs() != null) {
      where.and("duration_ns <= ?", Nanos.ofMs(q.maxDurationMs()));
    }
    where.attributes(q.attributes());
    String key = q.order() == TraceQuery.Order.NEWEST ? "epoch_ns(start_time)" : "duration_ns";
    String orderBy = q.order() == TraceQuery.Order.NEWEST ? "start_time" : "duration_ns";
    // Rows first, best first: traces are told apart here, since a group-by would have to look at
    // every match before it could give the first.
    Map<String, Hit> found = new LinkedHashMap<>();
    long rows = 4L * q.limit() + 16;
    while (true) {
      found.clear();
      long[] read = new long[1];
      engine.query(
          "SELECT lower(hex(trace_id)) AS t, "
              + key
              + " AS k, lower(hex(span_id)), \"service.name\", "
              + source.column("name", "VARCHAR")
              + ", epoch_ns(start_time), duration_ns, status_code FROM "
              + source.sql()
              + " WHERE "
              + where.sql()
              + behind(after, orderBy, q.order())
              + " ORDER BY "
              + orderBy
              + " DESC, trace_id DESC LIMIT "
              + rows,
          where.args(),
          r -> {
            read[0]++;
            String trace = r.getString(1);
            if (!found.containsKey(trace)) {
              found.put(
                  trace,
                  new Hit(
                      trace,
                      r.getLong(2),
                      new TraceSummary.Match(
                          r.getString(3),
                          r.getString(4),
                          r.getString(5) == null ? "" : r.getString(5),
                          Nanos.instant(r.getLong(6)),
                          Nanos.toMs(r.getLong(7)),
                          SpanMapper.status(r.getLong(8))),
                      r.getLong(6)));
            }
          });
      if (after != null) {
        removeShown(source, where, after, q.order(), found);
      }
      if (found.size() > q.limit() || read[0] < rows) {
        return new ArrayList<>(found.values());
      }
      rows *= 8;
    }
  }

  /** Rows behind the cursor. */
  private static String behind(List<String> after, String column, TraceQuery.Order order) {
    if (after == null) {
      return "";
    }
    long key = Cursors.number(after.get(0));
    String value = order == TraceQuery.Order.NEWEST ? Source.time(key) : Long.toString(key);
    return " AND ("
        + column
        + " < "
        + value
        + " OR ("
        + column
        + " = "
        + value
        + " AND trace_id < unhex("
        + Sql.quote(hexOnly(after.get(1)))
        + ")))";
  }

  /** A trace whose best match lies before the cursor was on an earlier page. */
  private void removeShown(
      Source source,
      Where where,
      List<String> after,
      TraceQuery.Order order,
      Map<String, Hit> found) {
    if (found.isEmpty()) {
      return;
    }
    String best =
        order == TraceQuery.Order.NEWEST ? "max(epoch_ns(start_time))" : "max(duration_ns)";
    long key = Cursors.number(after.get(0));
    engine.query(
        "SELECT lower(hex(trace_id)), "
            + best
            + " FROM "
            + source.sql()
            + " WHERE "
            + where.sql()
            + " AND trace_id IN ("
            + in(found.keySet())
            + ") GROUP BY trace_id",
        where.args(),
        r -> {
          String trace = r.getString(1);
          long k = r.getLong(2);
          if (k > key || (k == key && trace.compareTo(after.get(1)) >= 0)) {
            found.remove(trace);
          }
        });
  }

  private List<TraceSummary> summaries(Snapshot snapshot, List<Hit> hits, Reading reading) {
    if (hits.isEmpty()) {
      return List.of();
    }
    long from = hits.stream().mapToLong(Hit::start).min().orElseThrow() - REACH;
    long to = hits.stream().mapToLong(Hit::start).max().orElseThrow() + REACH;
    Map<String, List<TraceSummaries.Part>> parts = new LinkedHashMap<>();
    hits.forEach(h -> parts.put(h.traceId(), new ArrayList<>()));
    List<DataFile> files = indexes.holding(snapshot.files("spans", from, to), parts.keySet());
    Source source = reading.of(new Source(files), 7);
    engine.query(
        "SELECT lower(hex(trace_id)), lower(hex(span_id)), "
            + (source.has("parent_span_id") ? "lower(hex(parent_span_id))" : "NULL")
            + ", \"service.name\", "
            + source.column("name", "VARCHAR")
            + ", epoch_ns(start_time), duration_ns, status_code FROM "
            + source.sql()
            + " WHERE trace_id IN ("
            + in(parts.keySet())
            + ")",
        List.of(),
        r ->
            parts
                .get(r.getString(1))
                .add(
                    new TraceSummaries.Part(
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5) == null ? "" : r.getString(5),
                        r.getLong(6),
                        r.getLong(7),
                        SpanMapper.status(r.getLong(8)))));
    List<TraceSummary> out = new ArrayList<>();
    for (Hit h : hits) {
      out.add(TraceSummaries.of(h.traceId(), parts.get(h.traceId()), h.span()));
    }
    return out;
  }

  Optional<Trace> trace(Snapshot snapshot, String traceId, Instant around, Reading reading) {
    String id = hexOnly(traceId.toLowerCase(Locale.ROOT));
    if (id.length() != 32) {
      throw new IllegalArgumentException("trace_id: expected 32 hex digits, got '" + traceId + "'");
    }
    List<SpanRow> rows = new ArrayList<>();
    if (around != null) {
      long at = Nanos.of(around);
      rows = spans(snapshot.files("spans", at - REACH, at + REACH), id, reading);
    }
    if (rows.isEmpty()) {
      rows = spans(snapshot.files("spans"), id, reading);
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    boolean truncated = rows.size() > spansPerTrace;
    return Optional.of(
        TraceAssembler.assemble(
            id, rows, logs(snapshot, id, rows, reading), truncated, spansPerTrace));
  }

  private List<SpanRow> spans(List<DataFile> files, String id, Reading reading) {
    List<SpanRow> rows = new ArrayList<>();
    Source holding = new Source(indexes.holding(files, List.of(id)));
    if (holding.files().size() > FEW) {
      holding = holding(holding, id, reading);
    }
    if (holding.isEmpty()) {
      return rows;
    }
    reading.of(holding, holding.columns().size());
    SpanMapper mapper = new SpanMapper(holding, catalogues);
    String all =
        "SELECT "
            + mapper.select()
            + " FROM "
            + holding.sql()
            + " WHERE trace_id = unhex("
            + Sql.quote(id)
            + ")";
    String most = " LIMIT " + (spansPerTrace + 1L);
    // Sorted here: to sort rows of eighty columns costs the engine more than it does us. Only of a
    // trace that is cut short the first spans must be chosen.
    engine.query(all + most, List.of(), r -> rows.add(mapper.row(r)));
    if (rows.size() > spansPerTrace) {
      rows.clear();
      engine.query(all + " ORDER BY start_time" + most, List.of(), r -> rows.add(mapper.row(r)));
    }
    rows.sort(Comparator.comparing(SpanRow::start));
    return rows;
  }

  /** Files without an index, or a trace of hours: which hold it is found by one column alone. */
  private Source holding(Source source, String id, Reading reading) {
    reading.of(source, 2);
    List<String> names = new ArrayList<>();
    engine.query(
        "SELECT DISTINCT filename FROM "
            + source.sql().replace("union_by_name = true", "union_by_name = true, filename = true")
            + " WHERE trace_id = unhex("
            + Sql.quote(id)
            + ")",
        List.of(),
        r -> names.add(r.getString(1)));
    return new Source(
        source.files().stream().filter(f -> names.contains(f.path().toString())).toList());
  }

  private long logs(Snapshot snapshot, String id, List<SpanRow> rows, Reading reading) {
    long from = rows.stream().mapToLong(r -> Nanos.of(r.start())).min().orElseThrow() - REACH;
    long to = rows.stream().mapToLong(r -> Nanos.of(r.start())).max().orElseThrow() + REACH;
    List<DataFile> files = indexes.holding(snapshot.files("logs", from, to), List.of(id));
    Source source = reading.of(new Source(files), 1);
    long[] n = new long[1];
    if (!source.isEmpty() && source.has("trace_id")) {
      engine.query(
          "SELECT count(*) FROM " + source.sql() + " WHERE trace_id = unhex(" + Sql.quote(id) + ")",
          List.of(),
          r -> n[0] = r.getLong(1));
    }
    return n[0];
  }

  private static String in(Iterable<String> ids) {
    List<String> blobs = new ArrayList<>();
    ids.forEach(id -> blobs.add("unhex(" + Sql.quote(hexOnly(id)) + ")"));
    return String.join(", ", blobs);
  }

  /** Nothing but hex digits reaches the text of a query. */
  private static String hexOnly(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.digit(id.charAt(i), 16) < 0) {
        throw new IllegalArgumentException("trace_id: expected hex digits, got '" + id + "'");
      }
    }
    return id;
  }
}
