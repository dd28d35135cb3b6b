package io.opencop.telemetry.rollup;

import java.util.Map;

/**
 * What a service last said of itself.
 *
 * @param namespace service.namespace or null
 * @param language telemetry.sdk.language or null
 * @param resource its resource attributes
 * @param seenNanos when, nanoseconds since the epoch
 */
public record ServiceFacts(
    String namespace, String language, Map<String, String> resource, long seenNanos) {
  /** The later one; what others tell of a service, without its SDK, yields to its own word. */
  static ServiceFacts later(ServiceFacts a, ServiceFacts b) {
    if ((a.language == null) != (b.language == null)) {
      return a.language == null ? b : a;
    }
    return a.seenNanos >= b.seenNanos ? a : b;
  }
}
