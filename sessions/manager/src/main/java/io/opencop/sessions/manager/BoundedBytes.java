package io.opencop.sessions.manager;

import java.io.ByteArrayOutputStream;

/** Keeps bytes up to a limit and counts all: a huge attribute is measured, not held. */
final class BoundedBytes extends ByteArrayOutputStream {
  private final int limit;
  private long total;

  BoundedBytes(int limit) {
    super(256);
    this.limit = limit;
  }

  long total() {
    return total;
  }

  @Override
  public synchronized void write(int b) {
    if (++total <= limit) {
      super.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    total += length;
    if (total <= limit) {
      super.write(bytes, from, length);
    }
  }
}
