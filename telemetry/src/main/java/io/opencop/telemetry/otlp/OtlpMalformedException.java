package io.opencop.telemetry.otlp;

/**
 * The bytes are not the protobuf message they should be. Final for the sender: HTTP 400, gRPC
 * INVALID_ARGUMENT.
 */
public final class OtlpMalformedException extends RuntimeException {
  private final int offset;

  /**
   * @param offset the byte in the buffer at which reading stopped
   * @param what what is wrong there, in words
   */
  public OtlpMalformedException(int offset, String what) {
    // No stack trace: hostile senders must not be able to make us spend our time on one.
    super("malformed OTLP at byte " + offset + ": " + what, null, false, false);
    this.offset = offset;
  }

  /** The byte in the buffer at which reading stopped. */
  public int offset() {
    return offset;
  }
}
