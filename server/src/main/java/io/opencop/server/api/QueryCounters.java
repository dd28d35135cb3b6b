package io.opencop.server.api;

import io.opencop.telemetry.query.Cost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Questions asked of the store since start, and what they cost. */
final class QueryCounters {
  /** Longer than a person waits without wondering. */
  static final long SLOW_MILLIS = 1_000;

  private final LongAdder asked = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  void answered(long nanos) {
    asked.increment();
    if (TimeUnit.NANOSECONDS.toMillis(nanos) >= SLOW_MILLIS) {
      slow.increment();
    }
  }

  /** Told to come back, because too many others were asked first. */
  void refused() {
    refused.increment();
  }

  void read(Cost cost) {
    rows.add(cost.rowsRead());
    bytes.add(cost.bytesRead());
  }

  Map<String, Object> shown(int[] load) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("asked", asked.sum());
    all.put("rows_read", rows.sum());
    all.put("bytes_read", bytes.sum());
    all.put("slow", slow.sum());
    all.put("slow_ms", SLOW_MILLIS);
    all.put("refused", refused.sum());
    all.put("running", load[0]);
    all.put("waiting", load[1]);
    return all;
  }
}
