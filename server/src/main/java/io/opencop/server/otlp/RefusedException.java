package io.opencop.server.otlp;

import io.opencop.telemetry.AppendException;
import java.time.Duration;

/** A request that is not taken. Carries no stack: it is an answer, not a fault of ours. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient Duration retryAfter;

  RefusedException(Refusal refusal, String message) {
    this(refusal, message, refusal.retryable() ? Duration.ofSeconds(1) : Duration.ZERO);
  }

  RefusedException(Refusal refusal, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  static RefusedException of(AppendException e) {
    return new RefusedException(Refusal.of(e.reason()), e.getMessage(), e.retryAfter());
  }

  Refusal refusal() {
    return refusal;
  }

  /** Zero where the sender must not send it again. */
  Duration retryAfter() {
    return retryAfter;
  }
}
