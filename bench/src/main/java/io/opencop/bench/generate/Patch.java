package io.opencop.bench.generate;

/**
 * One place of a request that differs from send to send. All are of fixed width, so that a request
 * is made new by overwriting bytes in place.
 *
 * @param what what is written
 * @param offset first byte
 * @param a which trace, span or series of the request
 * @param b nanoseconds, digits or range, by {@code what}
 */
record Patch(What what, int offset, int a, int b) {
  /** What is written. {@code a} and {@code b} are the patch's numbers. */
  enum What {
    /** 16 random bytes, one value per trace {@code a}. */
    TRACE_ID,
    /** 8 random bytes, one value per span {@code a}. */
    SPAN_ID,
    /** Fixed64: the request's time, plus {@code b} ns stretched by the trace {@code a}'s factor. */
    TIME,
    /** Fixed64: the request's time plus {@code b} ns. */
    PLAIN_TIME,
    /** 8 digits: the user of trace {@code a}, one of {@link Shape#USERS}. */
    USER,
    /** 16 hex digits, one per user. */
    SESSION,
    /** {@code 10.ddd.ddd.ddd} without the first part: 11 characters, one per user. */
    ADDRESS,
    /** 8 digits: an order of trace {@code a}, one of {@link Shape#ORDERS}. */
    ORDER,
    /** {@code b} random digits. */
    DIGITS,
    /** {@code b} random hex digits. */
    HEX,
    /** 10 digits: the number of the request. */
    REQUEST,
    /** Double: a gauge that mostly stands still; series {@code a}, {@code b} requests a round. */
    GAUGE,
    /** Double: request number * 1000 + {@code a}: no two points alike. */
    SERIAL
  }

  Patch moved(int by) {
    return new Patch(what, offset + by, a, b);
  }
}
