package io.opencop.model.app;

import java.time.Duration;

/**
 * What the gateway lets through to an app, over all its instances.
 *
 * @param requestsPerSecond answered with 429 above; 0 for no limit
 * @param burst requests that may come at once above that; 0 for one second's
 * @param inFlight requests in progress at once, answered with 503 above
 * @param waiting requests held until an instance is ready, answered with 503 above
 * @param waitTimeout how long one is held
 * @param connectTimeout until an instance takes a connection
 * @param responseTimeout from a request's end to the head of its response, answered with 504 after
 */
public record TrafficLimits(
    int requestsPerSecond,
    int burst,
    int inFlight,
    int waiting,
    Duration waitTimeout,
    Duration connectTimeout,
    Duration responseTimeout) {
  public static final TrafficLimits DEFAULTS =
      new TrafficLimits(
          0, 0, 1024, 1000, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
}
