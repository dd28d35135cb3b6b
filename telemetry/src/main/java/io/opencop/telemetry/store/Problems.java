package io.opencop.telemetry.store;

import io.opencop.telemetry.StoreHealth.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person should know about the store now. A problem keeps the time it began. */
final class Problems {
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  synchronized void report(String code, String... args) {
    Problem before = problems.get(code);
    Instant since = before == null ? Instant.now() : before.since();
    problems.put(code, new Problem(code, List.of(args), since));
  }

  synchronized void clear(String code) {
    problems.remove(code);
  }

  synchronized List<Problem> now() {
    return new ArrayList<>(problems.values());
  }
}
