package io.opencop.telemetry.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An index says of every trace and session of its rows what the rows say, also after a file. */
class SegmentIndexTest {
  private static final long CELL = SegmentIndex.CELL_NANOS;
  private static final int ROWS = 20_000;

  private final Random random = new Random(5);
  private final FixedColumn traces = new FixedColumn("trace_id", 16);
  private final StringColumn sessions = new StringColumn("session.id");
  private final LongColumn times = new LongColumn("start_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final Table table = new Table("spans", List.of(traces, sessions, times), ROWS);

  SegmentIndexTest() {
    for (int row = 0; row < ROWS; row++) {
      // Half of the ids as some senders make them: a counter in the lower half, nothing above.
      traces.set(row, row % 2 == 0 ? 0 : random.nextLong(), 1 + row / 8);
      if (row % 3 != 0) {
        sessions.set(row, "session-" + random.nextInt(900));
      }
      times.set(row, 1_000 * CELL + random.nextLong(180 * CELL));
    }
  }

  @Test
  void everyTraceIsFoundAndHardlyAnyOther() throws Exception {
    TraceFilter filter = throughFile(SegmentIndex.of(table, table.all())).traces();
    for (int row = 0; row < ROWS; row++) {
      assertThat(filter.mayHold(traces.high(row), traces.low(row))).isTrue();
    }
    int wrong = 0;
    for (int i = 0; i < 100_000; i++) {
      wrong += filter.mayHold(random.nextLong(), random.nextLong()) ? 1 : 0;
      wrong += filter.mayHold(0, 1_000_000 + i) ? 1 : 0;
    }
    assertThat(wrong).isLessThan(600); // 200 are to be expected
  }

  @Test
  void sessionsOfARangeThatBeginsOrEndsInTheFile() throws Exception {
    Sessions index = throughFile(SegmentIndex.of(table, table.all())).sessions();
    for (long[] range : new long[][] {{0, 2000}, {1100, 2000}, {0, 1050}, {1179, 1300}}) {
      LongSet active = new LongSet();
      assertThat(index.collect(range[0], range[1], active)).isTrue();
      assertThat(active.size()).isEqualTo(sessions(range[0], range[1]).size());
    }
    LongSet none = new LongSet();
    assertThat(index.collect(0, 999, none)).isTrue();
    assertThat(index.collect(1180, 5000, none)).isTrue();
    assertThat(none.size()).isZero();
  }

  @Test
  void aRangeWithinTheFileIsToldOrLeftToTheRows() throws Exception {
    Sessions index = throughFile(SegmentIndex.of(table, table.all())).sessions();
    LongSet active = new LongSet();
    assertThat(index.collect(1080, 1081, active)).isFalse();
    assertThat(active.size()).isLessThanOrEqualTo(sessions(1080, 1081).size());
  }

  @Test
  void rowsWithoutSessionsAndWithoutTraces() throws Exception {
    Table empty =
        new Table("logs", List.of(new FixedColumn("trace_id", 16), new StringColumn("body")), 10);
    SegmentIndex index = throughFile(SegmentIndex.of(empty, empty.all()));
    assertThat(index.sessions()).isNull();
    assertThat(index.traces().mayHold(1, 2)).isFalse();
  }

  @Test
  void everyDamagedByteIsNoticed() {
    byte[] good = IndexCodec.encode(SegmentIndex.of(table, table.all()), ROWS, 99).array();
    for (int at = 0; at < good.length; at += at < IndexCodec.HEAD ? 1 : 251) {
      byte[] bad = good.clone();
      bad[at] ^= 4;
      if (at < 44 || at >= IndexCodec.HEAD) { // what is between is padding
        assertThatThrownBy(() -> IndexCodec.decode(ByteBuffer.wrap(bad), ROWS, 99))
            .isInstanceOf(IOException.class);
      }
    }
    for (int length : new int[] {0, 3, 63, 64, good.length - 1}) {
      assertThatThrownBy(() -> IndexCodec.decode(ByteBuffer.wrap(good, 0, length), ROWS, 99))
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> IndexCodec.decode(ByteBuffer.wrap(good), ROWS, 98))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another segment");
  }

  private static SegmentIndex throughFile(SegmentIndex index) throws IOException {
    return IndexCodec.decode(IndexCodec.encode(index, 7, 8), 7, 8);
  }

  private Set<String> sessions(long from, long to) {
    Set<String> active = new HashSet<>();
    for (int row = 0; row < ROWS; row++) {
      long cell = times.get(row) / CELL;
      if (sessions.get(row) != null && cell >= from && cell <= to) {
        active.add(sessions.get(row));
      }
    }
    return active;
  }
}
