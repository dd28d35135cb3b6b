package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The journal file that is being written. Used by the writer thread only. */
final class CurrentFile {
  private static final int STAGING = 1 << 20;
  private static final int PROBE = 64 << 10;

  private final long number;
  private final long marker;
  private final FileHandle handle;
  private final ByteBuffer staging;
  private long length;
  private long durableLength;

  private CurrentFile(long number, long marker, FileHandle handle, ByteBuffer staging) {
    this.number = number;
    this.marker = marker;
    this.handle = handle;
    this.staging = staging;
  }

  static ByteBuffer newStaging() {
    return ByteBuffer.allocateDirect(STAGING);
  }

  /** Creates the file with its header; when this returns, both are on disk. */
  static CurrentFile create(JournalFiles files, long number, FileHeader header, ByteBuffer staging)
      throws IOException {
    Path path = files.journal(number);
    files.layer().delete(path);
    FileHandle handle = files.layer().create(path);
    try {
      CurrentFile file = new CurrentFile(number, header.marker(), handle, staging);
      handle.write(header.encode(), 0);
      file.length = FileHeader.BYTES;
      file.force();
      files.layer().syncDirectory(files.dir());
      return file;
    } catch (IOException e) {
      try (handle) {
        files.layer().delete(path);
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  long number() {
    return number;
  }

  long durableLength() {
    return durableLength;
  }

  /** Writes frames one behind the other; not durable before {@link #force}. */
  void write(List<byte[]> frames) throws IOException {
    staging.clear();
    for (byte[] frame : frames) {
      FrameHeader.putMarker(frame, marker);
      int from = 0;
      while (from < frame.length) {
        int n = Math.min(frame.length - from, staging.remaining());
        staging.put(frame, from, n);
        from += n;
        if (!staging.hasRemaining()) {
          flush();
        }
      }
    }
    flush();
  }

  private void flush() throws IOException {
    staging.flip();
    int n = staging.remaining();
    handle.write(staging, length);
    length += n;
    staging.clear();
  }

  void force() throws IOException {
    handle.force();
    durableLength = length;
  }

  /** Takes back what was written after the last force. */
  void rollback() throws IOException {
    length = durableLength;
    handle.truncate(durableLength);
  }

  /** Tries whether the disk takes data again, and leaves nothing behind. */
  void probe() throws IOException {
    try {
      handle.write(ByteBuffer.allocate(PROBE), durableLength);
      handle.force();
    } finally {
      handle.truncate(durableLength);
    }
  }

  void close() throws IOException {
    handle.close();
  }
}
