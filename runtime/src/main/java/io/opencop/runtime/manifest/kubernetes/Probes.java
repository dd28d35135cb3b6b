package io.opencop.runtime.manifest.kubernetes;

import static io.opencop.runtime.manifest.kubernetes.Fields.map;

import io.opencop.model.app.Health;
import io.opencop.model.app.Probe;
import java.util.Map;

/** How it is seen that an instance is well. */
final class Probes {
  private Probes() {}

  /** What a kubelet cannot ask. */
  static boolean unknown(Probe probe) {
    return probe != null && probe.check() instanceof Probe.Check.LogLine;
  }

  static void of(Health health, Map<String, Object> container) {
    Probe readiness = health.readiness();
    if (!unknown(readiness)) {
      Map<String, Object> startup = probe(readiness);
      long period = seconds(readiness.period().toMillis());
      startup.put("failureThreshold", Math.ceilDiv(health.startup().toSeconds(), period));
      // Kubernetes takes no other number for these two.
      startup.put("successThreshold", 1);
      container.put("startupProbe", startup);
      container.put("readinessProbe", probe(readiness));
    }
    if (health.liveness() != null && !unknown(health.liveness())) {
      Map<String, Object> liveness = probe(health.liveness());
      liveness.put("successThreshold", 1);
      container.put("livenessProbe", liveness);
    }
  }

  private static Map<String, Object> probe(Probe probe) {
    Map<String, Object> all =
        probe.check() instanceof Probe.Check.Http http
            ? map("httpGet", map("path", http.path(), "port", "http"))
            : map("tcpSocket", map("port", "http"));
    all.put("periodSeconds", seconds(probe.period().toMillis()));
    all.put("timeoutSeconds", seconds(probe.timeout().toMillis()));
    all.put("failureThreshold", probe.failures());
    all.put("successThreshold", probe.successes());
    return all;
  }

  private static long seconds(long millis) {
    return Math.max(1, Math.ceilDiv(millis, 1000L));
  }
}
