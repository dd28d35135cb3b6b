package io.opencop.telemetry.otlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Protobuf's wire format over a byte array. Every method takes the position and the end of the
 * enclosing message and never reads past it; 32-bit reads return value and new position in one long
 * ({@link #value}, {@link #pos}), so that positions stay in registers and nothing is allocated.
 */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int START_GROUP = 3;
  static final int END_GROUP = 4;
  static final int FIXED32 = 5;

  private static final VarHandle LE64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BE64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LE32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Wire() {}

  static int value(long read) {
    return (int) read;
  }

  static int pos(long read) {
    return (int) (read >>> 32);
  }

  /** A varint of which the low 32 bits count, as in protobuf's own readers. */
  static long var32(byte[] b, int p, int end) {
    if (p < end) {
      int x = b[p];
      if (x >= 0) {
        return (p + 1L) << 32 | x;
      }
      if (p + 1 < end) {
        int y = b[p + 1];
        if (y >= 0) {
          return (p + 2L) << 32 | ((x & 0x7f) | y << 7);
        }
      }
    }
    return var32Slow(b, p, end);
  }

  private static long var32Slow(byte[] b, int p, int end) {
    return (long) skipVarint(b, p, end) << 32 | (var64(b, p, end) & 0xffff_ffffL);
  }

  /** A field's tag; field number 0 does not exist. */
  static long tag(byte[] b, int p, int end) {
    long read = var32(b, p, end);
    if ((int) read >>> 3 == 0) {
      throw new OtlpMalformedException(p, "field number 0");
    }
    return read;
  }

  /** The length of a length-delimited field; what it spans lies inside the enclosing message. */
  static long length(byte[] b, int p, int end) {
    long read = var32(b, p, end);
    int length = (int) read;
    if (length < 0 || length > end - (int) (read >>> 32)) {
      throw badLength(p, length, end - (int) (read >>> 32));
    }
    return read;
  }

  private static OtlpMalformedException badLength(int p, int length, int left) {
    return new OtlpMalformedException(
        p,
        length < 0
            ? "negative length " + length
            : "length " + length + ", but only " + left + " bytes left in the enclosing message");
  }

  static long var64(byte[] b, int p, int end) {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (p >= end) {
        throw truncated(p);
      }
      int x = b[p++];
      value |= (long) (x & 0x7f) << shift;
      if (x >= 0) {
        return value;
      }
    }
    throw new OtlpMalformedException(p, "varint longer than 10 bytes");
  }

  static int skipVarint(byte[] b, int p, int end) {
    int last = p + 10;
    while (p < end) {
      if (b[p++] >= 0) {
        return p;
      }
      if (p == last) {
        throw new OtlpMalformedException(p, "varint longer than 10 bytes");
      }
    }
    throw truncated(p);
  }

  /** The position behind {@code size} bytes. */
  static int advance(int p, int size, int end) {
    if (size > end - p) {
      throw truncated(p);
    }
    return p + size;
  }

  private static OtlpMalformedException truncated(int p) {
    return new OtlpMalformedException(p, "truncated");
  }

  static long fixed64(byte[] b, int p) {
    return (long) LE64.get(b, p);
  }

  static long bigEndian64(byte[] b, int p) {
    return (long) BE64.get(b, p);
  }

  static int fixed32(byte[] b, int p) {
    return (int) LE32.get(b, p);
  }

  /** Behind the field whose tag was just read: how unknown fields pass. */
  static int skip(byte[] b, int p, int end, int tag, int depth) {
    return switch (tag & 7) {
      case VARINT -> skipVarint(b, p, end);
      case FIXED64 -> advance(p, 8, end);
      case BYTES -> {
        long read = length(b, p, end);
        yield pos(read) + value(read);
      }
      case START_GROUP -> skipGroup(b, p, end, tag >>> 3, depth + 1);
      case END_GROUP -> throw new OtlpMalformedException(p, "end of a group that never began");
      case FIXED32 -> advance(p, 4, end);
      default -> throw new OtlpMalformedException(p, "wire type " + (tag & 7));
    };
  }

  private static int skipGroup(byte[] b, int p, int end, int field, int depth) {
    if (depth > OtlpLimits.DEPTH) {
      throw tooDeep(p);
    }
    while (p < end) {
      long read = tag(b, p, end);
      int tag = value(read);
      if ((tag & 7) == END_GROUP) {
        if (tag >>> 3 != field) {
          throw new OtlpMalformedException(p, "group " + field + " ended as " + (tag >>> 3));
        }
        return pos(read);
      }
      p = skip(b, pos(read), end, tag, depth);
    }
    throw truncated(p);
  }

  static OtlpMalformedException tooDeep(int p) {
    return new OtlpMalformedException(p, "nested deeper than " + OtlpLimits.DEPTH + " messages");
  }
}
