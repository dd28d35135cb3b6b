package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/**
 * What the first line of the page Now says.
 *
 * @param red entry traffic: requests that came from outside the services
 * @param activeSessions distinct session.id in the range; null where no span carries one
 * @param unhealthy services with an error ratio of 5 % or more and at least 10 requests
 * @param everReceived false until the first signal ever
 */
public record Overview(
    Instant from,
    Instant to,
    int services,
    int instances,
    Red red,
    Long activeSessions,
    List<String> unhealthy,
    long spans,
    long logs,
    long metricPoints,
    Operation slowest,
    boolean everReceived) {}
