package io.opencop.telemetry.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The file of an index: a head of 64 bytes ("COPX", format number, rows and bytes of the segment it
 * belongs to, lengths and CRC32C of the two parts, CRC32C of the head), the trace filter, the
 * sessions. Read in place.
 */
public final class IndexCodec {
  /** The format written. An index of another one is made anew: it holds nothing of its own. */
  public static final int FORMAT = 1;

  static final int HEAD = 64;

  private static final int MAGIC = 0x434f5058;
  private static final int HEAD_CRC_AT = 40;

  private IndexCodec() {}

  /**
   * @param rows of the segment
   * @param bytes of the segment
   */
  public static ByteBuffer encode(SegmentIndex index, long rows, long bytes) {
    ByteBuffer traces = index.traces().bits();
    ByteBuffer sessions =
        index.sessions() == null ? ByteBuffer.allocate(0) : index.sessions().encoded();
    ByteBuffer out = ByteBuffer.allocate(HEAD + traces.remaining() + sessions.remaining());
    out.putInt(MAGIC).putInt(FORMAT).putLong(rows).putLong(bytes);
    out.putInt(traces.remaining()).putInt(sessions.remaining());
    out.putInt(crc(traces)).putInt(crc(sessions));
    out.putInt(crc(out.slice(0, HEAD_CRC_AT)));
    return out.position(HEAD).put(traces).put(sessions).flip();
  }

  /**
   * @param rows the segment has
   * @param bytes the segment has
   * @throws IOException where it is damaged, of another format or of another segment
   */
  public static SegmentIndex decode(ByteBuffer file, long rows, long bytes) throws IOException {
    if (file.remaining() < HEAD || file.getInt(0) != MAGIC) {
      throw new IOException("not an index");
    }
    if (file.getInt(4) != FORMAT) {
      throw new IOException("index format " + file.getInt(4) + "; this program reads " + FORMAT);
    }
    int traces = file.getInt(24);
    int sessions = file.getInt(28);
    if (crc(file.slice(0, HEAD_CRC_AT)) != file.getInt(HEAD_CRC_AT)
        || file.remaining() != (long) HEAD + traces + sessions) {
      throw new IOException("the index is damaged");
    }
    if (file.getLong(8) != rows || file.getLong(16) != bytes) {
      throw new IOException("the index belongs to another segment");
    }
    ByteBuffer filter = file.slice(HEAD, traces);
    ByteBuffer active = file.slice(HEAD + traces, sessions);
    if (crc(filter) != file.getInt(32) || crc(active) != file.getInt(36)) {
      throw new IOException("the index is damaged");
    }
    return new SegmentIndex(new TraceFilter(filter), sessions == 0 ? null : new Sessions(active));
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }
}
