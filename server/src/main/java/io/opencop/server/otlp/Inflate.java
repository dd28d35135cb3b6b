package io.opencop.server.otlp;

import io.opencop.server.config.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decompression that stops. It never holds more than the limit and never more than the budget
 * gives, so a zip bomb costs its own few bytes and one refusal.
 */
final class Inflate {
  /** Guess of how much larger it gets where it does not say; telemetry is mostly 4 to 12 times. */
  private static final int RATIO = 8;

  /** A claim beyond this is not believed until the bytes are there. */
  private static final int CREDIBLE = 64;

  private final int limit;
  private final Budget budget;
  private long taken;

  Inflate(int limitBytes, Budget budget) {
    this.limit = limitBytes;
    this.budget = budget;
  }

  /** Bytes taken from the budget so far, also after a refusal; the caller gives them back. */
  long taken() {
    return taken;
  }

  /**
   * Everything that {@code body} holds from {@code offset} on, inflated.
   *
   * @throws RefusedException MALFORMED where it is not what it says, TOO_LARGE, or OVERLOADED
   */
  byte[] all(Body body, int offset, Encoding encoding) {
    if (encoding == Encoding.IDENTITY) {
      take(body.length() - offset);
      return body.bytes(offset);
    }
    if (body.length() == offset) {
      return new byte[0];
    }
    try (InputStream in = encoding.reader(body.stream(offset))) {
      return read(in, guess(body, offset, encoding));
    } catch (IOException e) {
      throw new RefusedException(
          Refusal.MALFORMED, "the body is not valid " + encoding + ": " + e.getMessage());
    }
  }

  private static long guess(Body body, int offset, Encoding encoding) {
    int compressed = body.length() - offset;
    long claimed = encoding.claimedSize(body, offset);
    return claimed > 0 && claimed <= (long) compressed * CREDIBLE
        ? claimed
        : (long) compressed * RATIO;
  }

  private byte[] read(InputStream in, long guess) throws IOException {
    byte[] out = new byte[take((int) Math.min(limit, guess))];
    int length = 0;
    while (true) {
      int n = in.read(out, length, out.length - length);
      if (n > 0) {
        length += n;
      }
      if (n < 0) {
        return length == out.length ? out : Arrays.copyOf(out, length);
      }
      if (length == out.length) {
        int next = in.read();
        if (next < 0) {
          return out;
        }
        out = larger(out, length);
        out[length++] = (byte) next;
      }
    }
  }

  private byte[] larger(byte[] out, int length) {
    if (length == limit) {
      throw new RefusedException(
          Refusal.TOO_LARGE,
          "the request is larger than " + new ByteSize(limit).inWords() + " when inflated");
    }
    int size = (int) Math.min(limit, length * 2L);
    take(size - length);
    return Arrays.copyOf(out, size);
  }

  /** Takes so much from the budget, or refuses. */
  int take(int bytes) {
    if (!budget.take(bytes)) {
      throw new RefusedException(
          Refusal.OVERLOADED, "the receiver holds as much as it may; send again later");
    }
    taken += bytes;
    return bytes;
  }
}
