package io.opencop.telemetry.index;

import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.util.Arrays;

/**
 * Of one file of spans or log records.
 *
 * @param traces the traces it may hold
 * @param sessions the sessions of its spans; null where none carries one
 */
public record SegmentIndex(TraceFilter traces, Sessions sessions) {
  /** A cell of time: what ranges are widened to, as the roll-ups do. */
  public static final long CELL_NANOS = 10_000_000_000L;

  /** Of rows in memory. */
  public static SegmentIndex of(Table table, Rows rows) {
    FixedColumn ids = null;
    StringColumn sessions = null;
    LongColumn times = null;
    for (var column : table.columns()) {
      switch (column.name()) {
        case "trace_id" -> ids = (FixedColumn) column;
        case "session.id" -> sessions = column instanceof StringColumn s ? s : null;
        case "start_time" -> times = (LongColumn) column;
        default -> {}
      }
    }
    return new SegmentIndex(
        TraceFilter.of(traces(ids, rows)),
        sessions == null || times == null ? null : sessions(sessions, times, rows));
  }

  /** The cell of a moment, nanoseconds since the epoch. */
  public static int cell(long nanos) {
    return (int) Math.floorDiv(nanos, CELL_NANOS);
  }

  private static LongSet traces(FixedColumn ids, Rows rows) {
    LongSet traces = new LongSet();
    long high = 0;
    long low = 0;
    for (int i = 0; ids != null && i < rows.size(); i++) {
      int row = row(rows, i);
      long h = ids.high(row);
      long l = ids.low(row);
      // Spans of a trace come in runs; an id of zeros is none.
      if (h != high || l != low) {
        high = h;
        low = l;
        if ((h | l) != 0) {
          traces.add(Hashes.trace(h, l));
        }
      }
    }
    return traces;
  }

  private static Sessions sessions(StringColumn column, LongColumn times, Rows rows) {
    int[] first = new int[column.dictionary().size() + 1];
    int[] last = new int[first.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, Integer.MIN_VALUE);
    for (int i = 0; i < rows.size(); i++) {
      int row = row(rows, i);
      int code = column.code(row);
      if (code != 0) {
        int cell = cell(times.get(row));
        first[code] = Math.min(first[code], cell);
        last[code] = Math.max(last[code], cell);
      }
    }
    Sessions.Writer out = new Sessions.Writer();
    for (int code = 1; code < first.length; code++) {
      if (first[code] <= last[code]) {
        var d = column.dictionary();
        out.add(
            Hashes.session(d.block(code), d.offset(code), d.length(code)), first[code], last[code]);
      }
    }
    return out.done();
  }

  private static int row(Rows rows, int i) {
    return switch (rows) {
      case Rows.Range r -> r.from() + i;
      case Rows.Order o -> o.permutation()[o.from() + i];
    };
  }

  /** Puts an index together from what a file's rows say, in any order. */
  public static final class Gathering {
    private final LongSet traces = new LongSet();
    private final Sessions.Writer sessions = new Sessions.Writer();

    public void trace(long high, long low) {
      traces.add(Hashes.trace(high, low));
    }

    /** A session, once, with the times of its first and last span. */
    public void session(String id, long firstNanos, long lastNanos) {
      sessions.add(Hashes.session(id), cell(firstNanos), cell(lastNanos));
    }

    public SegmentIndex done() {
      return new SegmentIndex(TraceFilter.of(traces), sessions.done());
    }
  }
}
