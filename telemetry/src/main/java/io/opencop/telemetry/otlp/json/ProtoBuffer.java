package io.opencop.telemetry.otlp.json;

import java.util.Arrays;

/** Protobuf bytes in the making. Nested messages get their length when they end. */
final class ProtoBuffer {
  private final int max;
  private byte[] buf;
  private int size;

  ProtoBuffer(int expected, int max) {
    this.max = max;
    buf = new byte[Math.max(64, Math.min(expected, max))];
  }

  byte[] bytes() {
    return Arrays.copyOf(buf, size);
  }

  void tag(int number, int wire) {
    varint((long) number << 3 | wire);
  }

  void varint(long value) {
    room(10);
    while ((value & ~0x7fL) != 0) {
      buf[size++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    buf[size++] = (byte) value;
  }

  void fixed64(long value) {
    room(8);
    for (int i = 0; i < 8; i++) {
      buf[size++] = (byte) (value >>> (8 * i));
    }
  }

  void fixed32(int value) {
    room(4);
    for (int i = 0; i < 4; i++) {
      buf[size++] = (byte) (value >>> (8 * i));
    }
  }

  void bytes(byte[] bytes) {
    varint(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, buf, size, bytes.length);
    size += bytes.length;
  }

  /** Begins something whose length stands before it; give the answer to {@link #end}. */
  int begin() {
    room(1);
    return size++; // one byte for the length, enough for most; end() makes room for more
  }

  void end(int begun) {
    int length = size - begun - 1;
    int more = (31 - Integer.numberOfLeadingZeros(length | 1)) / 7;
    if (more > 0) {
      room(more);
      System.arraycopy(buf, begun + 1, buf, begun + 1 + more, length);
    }
    size = begun;
    varint(length);
    size += length;
  }

  private void room(int more) {
    if (size > max - more) {
      throw new OtlpJsonException("", "larger than " + max + " bytes as protobuf");
    }
    if (buf.length - size < more) {
      buf = Arrays.copyOf(buf, Math.max(size + more, Math.min(max, size + (size >> 1))));
    }
  }
}
