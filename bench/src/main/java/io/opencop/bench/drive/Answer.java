package io.opencop.bench.drive;

/** What the receiver said to one request. */
enum Answer {
  ACKNOWLEDGED,
  /** To be sent again later: HTTP 429, 502, 503, 504; gRPC UNAVAILABLE, RESOURCE_EXHAUSTED. */
  LATER,
  /** Never to be sent again. */
  REFUSED
}
