package io.opencop.telemetry.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Says of a trace that a file certainly does not hold it, or that it may: a split-block bloom
 * filter (blocks of 256 bits, one bit in each of eight words). 16 bits a trace make one answer in a
 * thousand a wrong "may"; a look touches 32 bytes, so a filter can stay on disk, mapped.
 */
public final class TraceFilter {
  static final int BITS_PER_TRACE = 16;
  static final int BLOCK = 32;

  private static final int[] SALT = {
    0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
  };

  private final ByteBuffer bits;
  private final int blocks;

  /**
   * @param bits whole blocks, little-endian words; read in place
   */
  TraceFilter(ByteBuffer bits) {
    this.bits = bits.slice().order(ByteOrder.LITTLE_ENDIAN);
    blocks = bits.remaining() / BLOCK;
  }

  /** A filter of these traces, each given as {@link Hashes#trace}. */
  static TraceFilter of(LongSet traces) {
    long[] hashes = traces.toArray();
    int blocks = (int) Math.max(1, Math.ceilDiv((long) hashes.length * BITS_PER_TRACE, BLOCK * 8));
    ByteBuffer bits = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    for (long hash : hashes) {
      int at = block(hash, blocks);
      for (int i = 0; i < SALT.length; i++) {
        bits.putInt(at + 4 * i, bits.getInt(at + 4 * i) | bit(hash, i));
      }
    }
    return new TraceFilter(bits);
  }

  /** False where no span or record of the trace is in the file. */
  public boolean mayHold(long high, long low) {
    long hash = Hashes.trace(high, low);
    int at = block(hash, blocks);
    for (int i = 0; i < SALT.length; i++) {
      if ((bits.getInt(at + 4 * i) & bit(hash, i)) == 0) {
        return false;
      }
    }
    return true;
  }

  ByteBuffer bits() {
    return bits.duplicate();
  }

  private static int block(long hash, int blocks) {
    return (int) (((hash >>> 32) * blocks) >>> 32) * BLOCK;
  }

  private static int bit(long hash, int word) {
    return 1 << (((int) hash * SALT[word]) >>> 27);
  }
}
