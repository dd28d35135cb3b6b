package io.opencop.bench.sessions;

import io.opencop.bench.target.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Visits with what they cost.
 *
 * @param cpuMicros per request, by process; the load itself is {@code load}
 */
record Stretch(Visits visits, Map<String, Double> cpuMicros) {
  private static final String LOAD = "load";

  static Stretch of(Side side, Supplier<Visits> load) {
    Map<String, Double> before = cpu(side);
    Visits visits = load.get();
    Map<String, Double> micros = new LinkedHashMap<>();
    cpu(side)
        .forEach((name, seconds) ->
            micros.put(name, (seconds - before.get(name)) * 1e6 / visits.nanos().length));
    return new Stretch(visits, micros);
  }

  private static Map<String, Double> cpu(Side side) {
    Map<String, Double> all = new LinkedHashMap<>();
    side.processes().forEach((name, process) -> all.put(name, Usage.cpuSeconds(process)));
    all.put(LOAD, Usage.cpuSeconds(ProcessHandle.current()));
    return all;
  }

  /** Of all processes but the load. */
  double cpuMicrosOfSide() {
    return cpuMicros.entrySet().stream()
        .filter(e -> !e.getKey().equals(LOAD))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
