package io.opencop.runtime.control.traffic;

import io.opencop.runtime.control.traffic.Sample.EndpointFigures;
import io.opencop.runtime.rollout.Red;
import java.util.HashMap;
import java.util.Map;

/**
 * What the gateway gave to each release of one app since it was first looked at. What instances did
 * that are gone still counts.
 */
public final class ReleaseCounts {
  private final Map<String, EndpointFigures> first = new HashMap<>();
  private final Map<String, EndpointFigures> last = new HashMap<>();
  private final Map<Integer, Red> before = new HashMap<>();
  private boolean begun;

  public void add(Map<String, EndpointFigures> endpoints) {
    endpoints.forEach((name, now) -> {
      EndpointFigures known = last.get(name);
      if (known != null && now.requests() < known.requests()) {
        // A new gateway counts from nought.
        before.merge(now.release(), since(name), ReleaseCounts::plus);
        first.put(name, nought(now));
      } else if (known == null) {
        first.put(name, begun ? nought(now) : now);
      }
      last.put(name, now);
    });
    begun = true;
  }

  private static EndpointFigures nought(EndpointFigures now) {
    return new EndpointFigures(now.address(), now.release(), 0, 0, 0);
  }

  private Red since(String name) {
    EndpointFigures to = last.get(name);
    EndpointFigures from = first.get(name);
    long requests = to.requests() - from.requests();
    // A request that was in progress when this began may fail and is none of these.
    return new Red(requests, Math.min(requests, to.failures() - from.failures()), Double.NaN);
  }

  private static Red plus(Red one, Red other) {
    return new Red(one.requests() + other.requests(), one.errors() + other.errors(), Double.NaN);
  }

  public Red of(int release) {
    Red sum = before.getOrDefault(release, Red.NONE);
    for (Map.Entry<String, EndpointFigures> entry : last.entrySet()) {
      if (entry.getValue().release() == release) {
        sum = plus(sum, since(entry.getKey()));
      }
    }
    return sum;
  }
}
