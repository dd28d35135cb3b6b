package io.opencop.telemetry.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing byte buffer, little-endian. The fields are open to the tight loops of this package. */
final class Out {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle BIG_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  byte[] buf = new byte[1 << 16];
  int at;

  void reset() {
    at = 0;
  }

  /** Makes room for so many more bytes and 8 to spare, since words are written whole. */
  void room(long bytes) {
    long need = at + bytes + 8;
    if (need > buf.length) {
      if (need > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("a page of more than 2 GiB");
      }
      buf = Arrays.copyOf(buf, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(need, 2L * at)));
    }
  }

  void u8(int value) {
    room(1);
    buf[at++] = (byte) value;
  }

  void i32(int value) {
    room(4);
    INT.set(buf, at, value);
    at += 4;
  }

  void i64(long value) {
    room(8);
    LONG.set(buf, at, value);
    at += 8;
  }

  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buf[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buf[at++] = (byte) rest;
  }

  void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  void bytes(byte[] from, int off, int len) {
    room(len);
    System.arraycopy(from, off, buf, at, len);
    at += len;
  }
}
