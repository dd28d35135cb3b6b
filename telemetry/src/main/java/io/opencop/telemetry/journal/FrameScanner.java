package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Walks the frames of one file and finds its way past damaged ones. */
final class FrameScanner {
  private static final int WINDOW = 4 << 20;

  /** What a scan finds, in file order. */
  interface Sink {
    /**
     * A frame whose checksum holds, at {@code at} in {@code bytes}.
     *
     * @return false where its payload does not decode: the frame counts as damaged then
     */
    boolean frame(FrameHeader header, byte[] bytes, int at) throws IOException;

    /** Bytes [from, to) of the file hold no frame. {@code tail}: nothing follows. */
    void damaged(long from, long to, boolean tail) throws IOException;
  }

  private final FileHandle file;
  private final long marker;
  private final long size;
  private final CRC32C crc = new CRC32C();
  private byte[] window = new byte[0];
  private long windowStart;
  private int windowLength;

  FrameScanner(FileHandle file, long marker) throws IOException {
    this.file = file;
    this.marker = marker;
    this.size = file.size();
  }

  void scan(Sink sink) throws IOException {
    long at = FileHeader.BYTES;
    long damagedFrom = -1;
    while (at < size) {
      FrameHeader header = frameAt(at);
      if (header != null) {
        if (damagedFrom >= 0) {
          sink.damaged(damagedFrom, at, false);
          damagedFrom = -1;
        }
        int total = FrameHeader.BYTES + header.stored();
        if (!sink.frame(header, window, (int) (at - windowStart))) {
          sink.damaged(at, at + total, at + total >= size);
        }
        at += total;
      } else {
        damagedFrom = damagedFrom < 0 ? at : damagedFrom;
        at = nextMarker(at + 1);
      }
    }
    if (damagedFrom >= 0) {
      sink.damaged(damagedFrom, size, true);
    }
  }

  /** Returns the header of a whole and sound frame there, or null. It is in the window then. */
  private FrameHeader frameAt(long at) throws IOException {
    if (size - at < FrameHeader.BYTES || !load(at, FrameHeader.BYTES)) {
      return null;
    }
    int i = (int) (at - windowStart);
    if (FrameHeader.marker(window, i) != marker) {
      return null;
    }
    FrameHeader header = FrameHeader.decode(window, i);
    int total = FrameHeader.BYTES + header.stored();
    if (!header.plausible() || size - at < total || !load(at, total)) {
      return null;
    }
    crc.reset();
    crc.update(
        window, (int) (at - windowStart) + FrameHeader.CRC_FROM, total - FrameHeader.CRC_FROM);
    return (int) crc.getValue() == header.crc() ? header : null;
  }

  /** The next place at or after {@code from} where the marker stands; the file's end if none. */
  private long nextMarker(long from) throws IOException {
    long at = from;
    while (size - at >= Long.BYTES && load(at, Long.BYTES)) {
      int end = windowLength - Long.BYTES;
      for (int i = (int) (at - windowStart); i <= end; i++) {
        if (FrameHeader.marker(window, i) == marker) {
          return windowStart + i;
        }
      }
      at = windowStart + end + 1;
    }
    return size;
  }

  /** Makes the window hold [at, at + n); false where the file ends before. */
  private boolean load(long at, int n) throws IOException {
    if (at >= windowStart && at + n <= windowStart + windowLength) {
      return true;
    }
    int want = (int) Math.min(Math.max(n, WINDOW), size - at);
    if (window.length < want) {
      window = new byte[want];
    }
    ByteBuffer buffer = ByteBuffer.wrap(window, 0, want);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
      // until the window is full or the file ends
    }
    windowStart = at;
    windowLength = buffer.position();
    return windowLength >= n;
  }
}
