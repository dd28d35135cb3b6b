package io.opencop.telemetry.columns;

import java.util.Arrays;

/**
 * Byte strings laid one behind the other in blocks that never move. An address is {@code block <<
 * 32 | offset}; a string never crosses blocks.
 */
final class Arena {
  private static final int FIRST = 4096;
  private static final int BLOCK = 1 << 20;

  private byte[][] blocks = {};
  private int count;
  private int used; // in the last block
  private long total;

  long add(byte[] buf, int off, int len) {
    if (count == 0 || blocks[count - 1].length - used < len) {
      int size = count == 0 ? FIRST : Math.min(BLOCK, blocks[count - 1].length * 4);
      if (count == blocks.length) {
        blocks = Arrays.copyOf(blocks, Math.max(4, count * 2));
      }
      blocks[count++] = new byte[Math.max(size, len)];
      used = 0;
    }
    System.arraycopy(buf, off, blocks[count - 1], used, len);
    long address = ((long) (count - 1) << 32) | used;
    used += len;
    total += len;
    return address;
  }

  byte[] block(long address) {
    return blocks[(int) (address >>> 32)];
  }

  /** Bytes of all strings. */
  long total() {
    return total;
  }
}
