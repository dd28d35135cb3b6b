package io.opencop.telemetry.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes Thrift's compact protocol, as far as Parquet's metadata needs it. */
final class Thrift {
  static final int I32 = 5;
  static final int BINARY = 8;
  static final int STRUCT = 12;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I16 = 4;
  private static final int I64 = 6;
  private static final int LIST = 9;

  private final Out out;
  private final int[] outer = new int[16]; // last field numbers of the structs around
  private int depth;
  private int last;

  Thrift(Out out) {
    this.out = out;
  }

  private void field(int id, int type) {
    int step = id - last;
    if (step > 0 && step < 16) {
      out.u8((step << 4) | type);
    } else {
      out.u8(type);
      out.zigzag(id);
    }
    last = id;
  }

  void i32(int id, int value) {
    field(id, I32);
    out.zigzag(value);
  }

  void i16(int id, int value) {
    field(id, I16);
    out.zigzag(value);
  }

  void i64(int id, long value) {
    field(id, I64);
    out.zigzag(value);
  }

  void bool(int id, boolean value) {
    field(id, value ? TRUE : FALSE);
  }

  void binary(int id, byte[] value) {
    field(id, BINARY);
    rawBinary(value);
  }

  void string(int id, String value) {
    binary(id, value.getBytes(UTF_8));
  }

  /** Begins a struct that is a field. */
  void struct(int id) {
    field(id, STRUCT);
    open();
  }

  /** Begins a struct that is an element of a list, or the outermost. */
  void open() {
    outer[depth++] = last;
    last = 0;
  }

  void close() {
    out.u8(0);
    last = outer[--depth];
  }

  /** An empty struct as a field: how unions say which member they are. */
  void empty(int id) {
    struct(id);
    close();
  }

  void list(int id, int type, int size) {
    field(id, LIST);
    if (size < 15) {
      out.u8((size << 4) | type);
    } else {
      out.u8(0xf0 | type);
      out.varint(size);
    }
  }

  void rawI32(int value) {
    out.zigzag(value);
  }

  void rawBinary(byte[] value) {
    out.varint(value.length);
    out.bytes(value, 0, value.length);
  }
}
