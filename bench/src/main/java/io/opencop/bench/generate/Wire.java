package io.opencop.bench.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes protobuf and remembers which places are to be patched. */
final class Wire {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private byte[] bytes = new byte[256];
  private int length;
  private final List<Patch> patches = new ArrayList<>();

  Wire varint(int field, long value) {
    raw(((long) field << 3) | VARINT);
    raw(value);
    return this;
  }

  Wire fixed64(int field, long value) {
    raw(((long) field << 3) | FIXED64);
    for (int shift = 0; shift < 64; shift += 8) {
      one((int) (value >>> shift));
    }
    return this;
  }

  /** A fixed64 or double that is written anew for every send. */
  Wire fixed64(int field, Patch.What what, int a, int b) {
    fixed64(field, 0);
    patches.add(new Patch(what, length - 8, a, b));
    return this;
  }

  Wire fixed32(int field, int value) {
    raw(((long) field << 3) | FIXED32);
    for (int shift = 0; shift < 32; shift += 8) {
      one(value >>> shift);
    }
    return this;
  }

  Wire text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    raw(((long) field << 3) | BYTES);
    raw(utf8.length);
    for (byte b : utf8) {
      one(b);
    }
    return this;
  }

  /** Bytes that are written anew for every send. */
  Wire bytes(int field, int size, Patch.What what, int a) {
    raw(((long) field << 3) | BYTES);
    raw(size);
    patches.add(new Patch(what, length, a, size));
    for (int i = 0; i < size; i++) {
      one('0');
    }
    return this;
  }

  /** Text with holes; {@code trace} is whose values the holes get. */
  Wire text(int field, Text text, int trace) {
    byte[] utf8 = text.bytes();
    raw(((long) field << 3) | BYTES);
    raw(utf8.length);
    for (Text.Hole hole : text.holes()) {
      patches.add(new Patch(hole.what(), length + hole.offset(), trace, hole.size()));
    }
    for (byte b : utf8) {
      one(b);
    }
    return this;
  }

  Wire message(int field, Wire child) {
    raw(((long) field << 3) | BYTES);
    raw(child.length);
    room(child.length);
    for (Patch p : child.patches) {
      patches.add(p.moved(length));
    }
    System.arraycopy(child.bytes, 0, bytes, length, child.length);
    length += child.length;
    return this;
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  List<Patch> patches() {
    return patches;
  }

  private void raw(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      one((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    one((int) rest);
  }

  private void one(int b) {
    room(1);
    bytes[length++] = (byte) b;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
