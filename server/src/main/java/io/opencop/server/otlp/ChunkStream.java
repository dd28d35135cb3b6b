package io.opencop.server.otlp;

import io.netty.buffer.ByteBuf;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Reads chunks one after the other. */
final class ChunkStream extends InputStream {
  private final List<ByteBuf> chunks;
  private int chunk;
  private int position;

  ChunkStream(List<ByteBuf> chunks, int offset) {
    this.chunks = chunks;
    this.position = offset;
    settle();
  }

  /** Moves past chunks that are used up. */
  private void settle() {
    while (chunk < chunks.size() && position >= chunks.get(chunk).readableBytes()) {
      position -= chunks.get(chunk).readableBytes();
      chunk++;
    }
  }

  @Override
  public int read() {
    if (chunk == chunks.size()) {
      return -1;
    }
    ByteBuf current = chunks.get(chunk);
    int value = current.getUnsignedByte(current.readerIndex() + position++);
    settle();
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (chunk == chunks.size()) {
      return -1;
    }
    ByteBuf current = chunks.get(chunk);
    int n = Math.min(length, current.readableBytes() - position);
    current.getBytes(current.readerIndex() + position, into, offset, n);
    position += n;
    settle();
    return n;
  }

  @Override
  public int available() {
    return chunk == chunks.size() ? 0 : chunks.get(chunk).readableBytes() - position;
  }
}
