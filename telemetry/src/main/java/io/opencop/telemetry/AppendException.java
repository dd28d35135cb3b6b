package io.opencop.telemetry;

import java.time.Duration;

/** Why a request was not taken, in a form the receiver can map to OTLP's codes. */
public final class AppendException extends RuntimeException {
  /** The reason, also the label of the counter on the health page. */
  public enum Reason {
    /** Not protobuf, or not the message it should be. Final: HTTP 400, INVALID_ARGUMENT. */
    MALFORMED(false),
    /** Larger than the limit. Final: HTTP 413, and gRPC RESOURCE_EXHAUSTED without RetryInfo. */
    TOO_LARGE(false),
    /** Queues are full. Retryable: HTTP 429, RESOURCE_EXHAUSTED with RetryInfo. */
    OVERLOADED(true),
    /** The disk is full or fails. Retryable: HTTP 503, UNAVAILABLE. */
    STORAGE(true),
    /** Shutting down. Retryable: HTTP 503, UNAVAILABLE. */
    CLOSED(true);

    private final boolean retryable;

    Reason(boolean retryable) {
      this.retryable = retryable;
    }

    public boolean retryable() {
      return retryable;
    }
  }

  private final Reason reason;
  private final transient Duration retryAfter;

  public AppendException(Reason reason, String message, Duration retryAfter) {
    super(message);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public AppendException(Reason reason, String message) {
    this(reason, message, reason.retryable() ? Duration.ofSeconds(1) : Duration.ZERO);
  }

  public Reason reason() {
    return reason;
  }

  /** How long the sender should wait; zero where it must not resend. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
