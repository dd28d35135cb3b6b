package io.opencop.runtime.scale;

import java.util.Map;
import java.util.OptionalDouble;

/** Metrics that are kept somewhere. An answer may take its time. */
public interface StoredMetrics {
  /** Nothing is kept. */
  StoredMetrics NONE =
      new StoredMetrics() {
        @Override
        public Map<String, Double> each(String metric, String service) {
          return Map.of();
        }

        @Override
        public OptionalDouble total(String metric, String service) {
          return OptionalDouble.empty();
        }
      };

  /** The newest value of each instance, by its service.instance.id; of a counter its rate. */
  Map<String, Double> each(String metric, String service);

  /** The newest values of all its series together; empty where there are none. */
  OptionalDouble total(String metric, String service);
}
