package io.opencop.bench.generate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** One request, encoded once, and the program that makes it another request in place. */
final class Template {
  private static final byte[] HEX =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ByteBuffer little;
  private final ByteBuffer big;
  private final Patch.What[] whats;
  private final int[] program;
  private final int items;
  private final long bodyBytes;

  private Template(byte[] bytes, Patch.What[] whats, int[] program, int items, long bodyBytes) {
    this.whats = whats;
    this.bytes = bytes;
    this.little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.big = ByteBuffer.wrap(bytes);
    this.program = program;
    this.items = items;
    this.bodyBytes = bodyBytes;
  }

  static Template of(Wire wire, int items, long bodyBytes) {
    List<Patch> patches = wire.patches();
    int[] program = new int[3 * patches.size()];
    Patch.What[] whats = new Patch.What[patches.size()];
    for (int i = 0; i < patches.size(); i++) {
      Patch p = patches.get(i);
      whats[i] = p.what();
      program[3 * i] = p.offset();
      program[3 * i + 1] = p.a();
      program[3 * i + 2] = p.b();
    }
    return new Template(wire.toBytes(), whats, program, items, bodyBytes);
  }

  /** One of its own, for another thread. */
  Template copy() {
    return new Template(bytes.clone(), whats, program, items, bodyBytes);
  }

  int items() {
    return items;
  }

  /** Bytes of log bodies in it. */
  long bodyBytes() {
    return bodyBytes;
  }

  /**
   * The bytes of request {@code number}; they are overwritten by the next call.
   *
   * @param nanos the request's time, Unix nanoseconds
   */
  byte[] fill(long seed, long number, long nanos) {
    long request = Mix.mix(seed, number);
    for (int i = 0; i < whats.length; i++) {
      int at = program[3 * i];
      int a = program[3 * i + 1];
      int b = program[3 * i + 2];
      switch (whats[i]) {
        case TRACE_ID -> {
          long id = Mix.mix(request, a);
          big.putLong(at, id);
          big.putLong(at + 8, Mix.mix(id));
        }
        case SPAN_ID -> big.putLong(at, Mix.mix(request, 1_000_000L + a));
        case TIME -> little.putLong(at, nanos + stretched(request, a, b));
        case PLAIN_TIME -> little.putLong(at, nanos + b);
        case USER -> digits(at, 8, 10_000_000L + user(request, a));
        case SESSION -> hex(at, 16, Mix.mix(user(request, a)));
        case ADDRESS -> address(at, user(request, a));
        case ORDER ->
            digits(at, 8, 20_000_000L + Mix.below(Mix.mix(request, 3_000_000L + a), Shape.ORDERS));
        case DIGITS -> digits(at, b, Mix.mix(request, 4_000_000L + at) >>> 1);
        case HEX -> hex(at, b, Mix.mix(request, 5_000_000L + at));
        case REQUEST -> digits(at, 10, number);
        case GAUGE -> little.putDouble(at, Shape.gauge(a, number / b));
        case SERIAL -> little.putDouble(at, number * 1000d + a);
      }
    }
    return bytes;
  }

  /** Traces begin at different moments of a second and last half to three times their template. */
  private static long stretched(long request, int trace, int nanos) {
    long random = Mix.mix(request, 2_000_000L + trace);
    int begin = Mix.below(random, 1_000_000_000);
    int percent = 50 + Mix.below(random * random, 250);
    return begin + (long) nanos * percent / 100;
  }

  private static int user(long request, int trace) {
    return Mix.below(Mix.mix(request, 6_000_000L + trace), Shape.USERS);
  }

  private void digits(int at, int size, long value) {
    long rest = value;
    for (int i = at + size - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private void hex(int at, int size, long value) {
    long rest = value;
    for (int i = at + size - 1; i >= at; i--) {
      bytes[i] = HEX[(int) (rest & 15)];
      rest >>>= 4;
    }
  }

  private void address(int at, int user) {
    digits(at, 3, 100 + user % 100);
    bytes[at + 3] = '.';
    digits(at + 4, 3, 100 + user / 100 % 100);
    bytes[at + 7] = '.';
    digits(at + 8, 3, 100 + user / 10_000 % 100);
  }
}
