package io.opencop.telemetry.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link FileLayer}. Not for use by several threads at once. */
public interface FileHandle extends Closeable {
  /** Writes all that remains in {@code src} at {@code position}. */
  void write(ByteBuffer src, long position) throws IOException;

  /** Reads up to what remains in {@code dst}; -1 at the end of the file. */
  int read(ByteBuffer dst, long position) throws IOException;

  long size() throws IOException;

  void truncate(long size) throws IOException;

  /** Returns when everything written is on disk (fdatasync: data and length). */
  void force() throws IOException;
}
