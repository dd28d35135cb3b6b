package io.opencop.runtime.control.traffic;

import io.opencop.runtime.control.traffic.Sample.AppFigures;
import io.opencop.runtime.control.traffic.Sample.EndpointFigures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** What went through the gateway in the last while, and since when nothing has. */
public final class Flow {
  /** What rates are taken over. Shorter shows every gust, longer comes late. */
  private static final Duration WINDOW = Duration.ofSeconds(15);

  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Deque<Sample> samples = new ArrayDeque<>();
  private final Map<String, Quiet> quiet = new HashMap<>();

  /** Since when an app has had so many requests and none in progress. */
  private record Quiet(long requests, long since) {}

  synchronized void add(Sample sample) {
    if (!samples.isEmpty() && restarted(samples.getLast(), sample)) {
      samples.clear();
      quiet.clear();
    }
    samples.addLast(sample);
    while (sample.nanos() - samples.getFirst().nanos() > WINDOW.toNanos()) {
      samples.removeFirst();
    }
    quiet.keySet().retainAll(sample.apps().keySet());
    sample
        .apps()
        .forEach((name, app) -> {
          Quiet before = quiet.get(name);
          boolean still = app.inFlight() == 0 && app.held() == 0;
          if (before == null || !still || before.requests() != app.requests()) {
            quiet.put(name, new Quiet(app.requests(), sample.nanos()));
          }
        });
  }

  /** Counts go back only where a new gateway counts from nought. */
  private static boolean restarted(Sample before, Sample now) {
    return before.apps().entrySet().stream()
        .anyMatch(e ->
            now.app(e.getKey()).map(AppFigures::requests).orElse(Long.MAX_VALUE)
                < e.getValue().requests());
  }

  /** For how long an app has had no request; empty where nobody looked. */
  public synchronized Optional<Duration> quiet(String app) {
    Quiet known = quiet.get(app);
    return known == null || samples.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(samples.getLast().nanos() - known.since()));
  }

  /** Begins to count anew: what was quiet before it was woken says nothing. */
  public synchronized void stir(String app) {
    if (!samples.isEmpty()) {
      quiet.computeIfPresent(app, (_, q) -> new Quiet(q.requests(), samples.getLast().nanos()));
    }
  }

  /** Requests per second of one instance; empty where it is not known for long enough. */
  public synchronized OptionalDouble rate(String app, String instance) {
    EndpointFigures first = null;
    EndpointFigures last = null;
    long from = 0;
    long to = 0;
    for (Sample sample : samples) {
      EndpointFigures now = endpoint(sample, app, instance);
      if (now != null && first == null) {
        first = now;
        from = sample.nanos();
      }
      if (now != null) {
        last = now;
        to = sample.nanos();
      }
    }
    return first == null || to - from < LEAST_NANOS
        ? OptionalDouble.empty()
        : OptionalDouble.of((last.requests() - first.requests()) * 1e9 / (to - from));
  }

  /** Requests in progress at one instance, mean over the window; empty where nobody looked. */
  public synchronized OptionalDouble concurrency(String app, String instance) {
    return samples.stream()
        .map(s -> endpoint(s, app, instance))
        .filter(e -> e != null)
        .mapToInt(EndpointFigures::inFlight)
        .average();
  }

  private static EndpointFigures endpoint(Sample sample, String app, String instance) {
    return sample.app(app).map(a -> a.endpoints().get(instance)).orElse(null);
  }
}
