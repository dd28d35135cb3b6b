package io.opencop.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Api;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Roll-ups against raw spans: entry spans and errors of every service, operation and version. */
final class RollupCheck {
  private static final int ROWS = 100_000;
  private static final String ROLLED_UP =
      "SELECT service, operation, version, CAST(sum(count) AS BIGINT),"
          + " CAST(coalesce(sum(count) FILTER (error), 0) AS BIGINT) FROM service_red GROUP BY ALL";
  private static final String RAW =
      "SELECT service, name, \"service.version\", count(*), count(*) FILTER (status = 'error')"
          + " FROM spans WHERE kind IN ('server', 'consumer') GROUP BY ALL";

  private final Api api;

  RollupCheck(Api api) {
    this.api = api;
  }

  /** How many combinations differ. */
  long mismatches(Say say) {
    Map<String, String> rolledUp = read(ROLLED_UP);
    Map<String, String> raw = read(RAW);
    Set<String> keys = new HashSet<>(rolledUp.keySet());
    keys.addAll(raw.keySet());
    long mismatches = 0;
    for (String key : keys) {
      if (!raw.getOrDefault(key, "none").equals(rolledUp.getOrDefault(key, "none"))) {
        mismatches++;
        say.step(
            "  roll-up of %s: %s, raw: %s",
            "  %s 롤업: %s, 원본: %s", key, rolledUp.get(key), raw.get(key));
      }
    }
    return mismatches;
  }

  private Map<String, String> read(String query) {
    Map<String, String> counts = new TreeMap<>();
    for (JsonNode row : api.sql(query, ROWS)) {
      counts.put(
          row.get(0).asText() + " " + row.get(1).asText() + " " + row.get(2).asText(),
          row.get(3).asLong() + " spans, " + row.get(4).asLong() + " errors");
    }
    return counts;
  }
}
