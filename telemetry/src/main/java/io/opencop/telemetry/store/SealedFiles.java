package io.opencop.telemetry.store;

import io.opencop.telemetry.journal.FileHandle;
import io.opencop.telemetry.journal.FileLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A folder of files that are written once, forced, and only then named by the manifest. Everything
 * durable but the journal goes this way, so that one {@link FileLayer} sees it all.
 */
record SealedFiles(FileLayer layer, Path dir) {
  private static final int READ = 1 << 20;

  /** Gives a file its bytes. */
  interface Body {
    void write(WritableByteChannel out) throws IOException;
  }

  /**
   * A file's content.
   *
   * @param crc CRC32C of all bytes
   */
  record Content(long bytes, int crc) {}

  Path path(String name) {
    return dir.resolve(name);
  }

  /** Writes a file anew and forces it; its name is durable after {@link #forceNames}. */
  Content write(String name, Body body) throws IOException {
    // What an attempt before left, cut short by a full disk or a crash.
    layer.delete(path(name));
    try (FileHandle file = layer.create(path(name))) {
      Summing out = new Summing(file);
      body.write(out);
      file.force();
      return out.content();
    }
  }

  Content write(String name, byte[]... parts) throws IOException {
    return write(
        name,
        out -> {
          for (byte[] part : parts) {
            out.write(ByteBuffer.wrap(part));
          }
        });
  }

  /** Forces a file that the query engine has written. */
  Content adopt(String name) throws IOException {
    try (FileHandle file = layer.adopt(path(name))) {
      Content content = sum(file);
      file.force();
      return content;
    }
  }

  /** Reads a file from its first byte to its last. */
  Content sum(String name) throws IOException {
    try (FileHandle file = layer.open(path(name))) {
      return sum(file);
    }
  }

  /** The same file under the same name in another folder. */
  Content copy(String name, SealedFiles to) throws IOException {
    try (FileHandle from = layer.open(path(name))) {
      return to.write(name, out -> read(from, out::write));
    }
  }

  void delete(String name) throws IOException {
    layer.delete(path(name));
  }

  void replace(String from, String to) throws IOException {
    layer.replace(path(from), path(to));
  }

  /** Makes the names in the folder durable. */
  void forceNames() throws IOException {
    layer.syncDirectory(dir);
  }

  private interface Chunks {
    void take(ByteBuffer chunk) throws IOException;
  }

  private static void read(FileHandle file, Chunks chunks) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(READ);
    long at = 0;
    while (file.read(chunk, at) > 0) {
      at += chunk.flip().remaining();
      chunks.take(chunk);
      chunk.clear();
    }
  }

  private static Content sum(FileHandle file) throws IOException {
    CRC32C crc = new CRC32C();
    read(file, crc::update);
    return new Content(file.size(), (int) crc.getValue());
  }

  /** Sums up what passes. */
  private static final class Summing implements WritableByteChannel {
    private final FileHandle file;
    private final CRC32C crc = new CRC32C();
    private long at;

    Summing(FileHandle file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
      int n = src.remaining();
      crc.update(src.duplicate());
      file.write(src, at);
      at += n;
      return n;
    }

    Content content() {
      return new Content(at, (int) crc.getValue());
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Whoever opened the file closes it.
    }
  }
}
