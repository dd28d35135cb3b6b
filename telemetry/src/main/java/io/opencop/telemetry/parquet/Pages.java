package io.opencop.telemetry.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;

/**
 * Puts pages into the file, compressed if that helps. The codec is one for a whole chunk, so it is
 * settled when the first data page is there: the dictionary page waits for it.
 */
final class Pages implements AutoCloseable {
  /** What must be gained for a reader to be made to decompress. */
  private static final double WORTH = 0.95;

  private static final int SAMPLE = 32 << 10;

  private final ZstdCompressCtx zstd = new ZstdCompressCtx();
  private final ByteBuffer staging = ByteBuffer.allocateDirect(1 << 20);
  private final Out header = new Out();
  private final CRC32 crc = new CRC32();
  private byte[] compressed = new byte[1 << 16];
  private WritableByteChannel channel;
  private long offset;

  private Chunk chunk;
  private int level;
  private Out dictionary;
  private int dictionarySize;

  void file(WritableByteChannel to) {
    channel = to;
    offset = 0;
    staging.clear();
  }

  long offset() {
    return offset;
  }

  void chunk(Chunk next, int zstdLevel) {
    chunk = next;
    level = zstdLevel;
    dictionary = null;
    if (level > 0) {
      zstd.setLevel(level);
    }
  }

  /** The chunk's dictionary; the buffer is left alone until the first data page. */
  void dictionary(Out page, int values) {
    dictionary = page;
    dictionarySize = values;
  }

  void data(Out page, int rows, int encoding) throws IOException {
    if (chunk.dataPages == 0) {
      first(page);
    }
    if (chunk.dataOffset < 0) {
      chunk.dataOffset = offset;
    }
    chunk.encoding = encoding;
    chunk.dataPages++;
    chunk.rows += rows;
    page(page, Format.DATA_PAGE, rows, encoding);
  }

  private void first(Out page) throws IOException {
    boolean compress = level > 0 && (helps(page) || (dictionary != null && helps(dictionary)));
    chunk.codec = compress ? Format.ZSTD : Format.UNCOMPRESSED;
    if (dictionary != null) {
      chunk.dictionaryOffset = offset;
      page(dictionary, Format.DICTIONARY_PAGE, dictionarySize, Format.PLAIN);
    }
  }

  private boolean helps(Out page) {
    int sample = Math.min(SAMPLE, page.at);
    return compressedSize(page, (page.at - sample) / 2, sample) < sample * WORTH;
  }

  /** What a part of a buffer would come to. */
  int compressedSize(Out page, int off, int len) {
    fit(len);
    return zstd.compressByteArray(compressed, 0, compressed.length, page.buf, off, len);
  }

  private void page(Out page, int type, int values, int encoding) throws IOException {
    byte[] body = page.buf;
    int length = page.at;
    if (chunk.codec == Format.ZSTD) {
      fit(length);
      length = zstd.compressByteArray(compressed, 0, compressed.length, page.buf, 0, page.at);
      body = compressed;
    }
    header.reset();
    Thrift thrift = new Thrift(header);
    thrift.open();
    thrift.i32(1, type);
    thrift.i32(2, page.at);
    thrift.i32(3, length);
    crc.reset();
    crc.update(body, 0, length);
    thrift.i32(4, (int) crc.getValue());
    thrift.struct(type == Format.DATA_PAGE ? 5 : 7);
    thrift.i32(1, values);
    thrift.i32(2, encoding);
    if (type == Format.DATA_PAGE) {
      thrift.i32(3, Format.RLE);
      thrift.i32(4, Format.RLE);
    }
    thrift.close();
    thrift.close();
    chunk.uncompressed += header.at + page.at;
    chunk.compressed += header.at + length;
    write(header.buf, 0, header.at);
    write(body, 0, length);
  }

  void write(byte[] bytes, int off, int len) throws IOException {
    offset += len;
    int at = off;
    int end = off + len;
    while (at < end) {
      int n = Math.min(end - at, staging.remaining());
      staging.put(bytes, at, n);
      at += n;
      if (!staging.hasRemaining()) {
        flush();
      }
    }
  }

  void flush() throws IOException {
    staging.flip();
    while (staging.hasRemaining()) {
      channel.write(staging);
    }
    staging.clear();
  }

  private void fit(int length) {
    long bound = Zstd.compressBound(length);
    if (bound > compressed.length) {
      compressed = new byte[(int) Math.min(Integer.MAX_VALUE - 8, bound)];
    }
  }

  @Override
  public void close() {
    zstd.close();
  }
}
