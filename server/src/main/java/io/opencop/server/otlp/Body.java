package io.opencop.server.otlp;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a request as they arrived. Chunks are kept as they are: a compressed body is
 * inflated straight out of them, and an uncompressed one is copied once, into an array of exactly
 * its size. So nobody has to believe a Content-Length before the bytes are there.
 */
final class Body {
  private final List<ByteBuf> chunks = new ArrayList<>(4);
  private int length;

  void add(Buffer chunk) {
    ByteBuf bytes = ((BufferInternal) chunk).getByteBuf();
    chunks.add(bytes);
    length += bytes.readableBytes();
  }

  int length() {
    return length;
  }

  /** One byte, 0..255. */
  int at(int index) {
    int rest = index;
    for (ByteBuf chunk : chunks) {
      int size = chunk.readableBytes();
      if (rest < size) {
        return chunk.getUnsignedByte(chunk.readerIndex() + rest);
      }
      rest -= size;
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Everything from {@code offset} on, in one array of its own. */
  byte[] bytes(int offset) {
    byte[] all = new byte[length - offset];
    int skip = offset;
    int to = 0;
    for (ByteBuf chunk : chunks) {
      int size = chunk.readableBytes();
      int from = Math.min(skip, size);
      chunk.getBytes(chunk.readerIndex() + from, all, to, size - from);
      to += size - from;
      skip -= from;
    }
    return all;
  }

  /** The same bytes as a stream, without a copy; read it once. */
  InputStream stream(int offset) {
    return new ChunkStream(chunks, offset);
  }

  void clear() {
    chunks.clear();
  }
}
