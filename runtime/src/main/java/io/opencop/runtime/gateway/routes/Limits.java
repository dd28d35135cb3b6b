package io.opencop.runtime.gateway.routes;

/**
 * What one app may cost. 0 stands for the default, which each says.
 *
 * @param maxInFlight requests in progress at once; 1,024
 * @param connectTimeoutMs until an instance takes a connection; 1,000
 * @param responseTimeoutMs from a request's end to the head of its response; 60,000
 * @param requestsPerSecond over all instances; no limit
 * @param burst requests that may come at once above that; one second's
 * @param maxWaiting requests held until an instance is ready; 1,000
 * @param waitMs how long one is held; 60,000
 */
public record Limits(
    int maxInFlight,
    int connectTimeoutMs,
    int responseTimeoutMs,
    int requestsPerSecond,
    int burst,
    int maxWaiting,
    int waitMs) {
  public static final Limits DEFAULTS = new Limits(0, 0, 0, 0, 0, 0, 0);

  private static final int MINUTE_MS = 60_000;

  public Limits {
    maxInFlight = maxInFlight == 0 ? 1024 : maxInFlight;
    connectTimeoutMs = connectTimeoutMs == 0 ? 1000 : connectTimeoutMs;
    responseTimeoutMs = responseTimeoutMs == 0 ? MINUTE_MS : responseTimeoutMs;
    burst = burst == 0 ? Math.max(1, requestsPerSecond) : burst;
    maxWaiting = maxWaiting == 0 ? 1000 : maxWaiting;
    waitMs = waitMs == 0 ? MINUTE_MS : waitMs;
  }

  boolean sound() {
    return maxInFlight > 0
        && connectTimeoutMs > 0
        && responseTimeoutMs > 0
        && requestsPerSecond >= 0
        && burst > 0
        && maxWaiting > 0
        && waitMs > 0;
  }
}
