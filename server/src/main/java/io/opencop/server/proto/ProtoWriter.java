package io.opencop.server.proto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The little protobuf we write ourselves: the answers of the receiver, and our own telemetry.
 * Numbers and texts leave out proto3's defaults; what begins with "fixed" is always written, which
 * members of a oneof need.
 */
public final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int I64 = 1;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  public ProtoWriter number(int field, long value) {
    if (value != 0) {
      varint((long) field << 3 | VARINT);
      varint(value);
    }
    return this;
  }

  /** A varint that is written also when it is zero. */
  public ProtoWriter fixedNumber(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  public ProtoWriter fixed64(int field, long value) {
    varint((long) field << 3 | I64);
    for (int shift = 0; shift < 64; shift += 8) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  public ProtoWriter fixedDouble(int field, double value) {
    return fixed64(field, Double.doubleToRawLongBits(value));
  }

  public ProtoWriter text(int field, String value) {
    return value.isEmpty() ? this : message(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public ProtoWriter message(int field, ProtoWriter value) {
    return message(field, value.bytes());
  }

  /** Bytes, or a message: written also when empty, for an empty message is not an absent one. */
  public ProtoWriter message(int field, byte[] value) {
    varint((long) field << 3 | BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** Repeated numbers, without a tag each. */
  public ProtoWriter packed(int field, long[] values) {
    ProtoWriter all = new ProtoWriter();
    for (long value : values) {
      all.varint(value);
    }
    return message(field, all);
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
