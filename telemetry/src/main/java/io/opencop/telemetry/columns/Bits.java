package io.opencop.telemetry.columns;

/** Bit sets in {@code long[]}, lowest bit first: bit i is in word {@code i / 64}. */
public final class Bits {
  private Bits() {}

  /**
   * Words needed for so many bits.
   *
   * @param bits number of bits
   */
  public static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  /**
   * Sets the bits 0 to {@code count - 1} and clears the rest of the last word.
   *
   * @param bits the set, at least {@code words(count)} long
   * @param count how many bits
   */
  public static void fill(long[] bits, int count) {
    int full = count >>> 6;
    for (int i = 0; i < full; i++) {
      bits[i] = -1L;
    }
    if ((count & 63) != 0) {
      bits[full] = (1L << count) - 1;
    }
  }

  /**
   * 64 bits from any position on; bits behind the end of the array are 0.
   *
   * @param bits the set
   * @param from position of the first bit wanted
   */
  public static long word(long[] bits, int from) {
    int w = from >>> 6;
    int shift = from & 63;
    long low = w < bits.length ? bits[w] >>> shift : 0;
    return shift == 0 || w + 1 >= bits.length ? low : low | (bits[w + 1] << (64 - shift));
  }

  /**
   * How many bits are set in {@code from} to {@code to - 1}.
   *
   * @param bits the set
   * @param from first position
   * @param to position behind the last
   */
  public static int count(long[] bits, int from, int to) {
    int n = 0;
    for (int at = from; at < to; at += 64) {
      long word = word(bits, at);
      if (to - at < 64) {
        word &= (1L << (to - at)) - 1;
      }
      n += Long.bitCount(word);
    }
    return n;
  }

  /**
   * Whether a bit is set.
   *
   * @param bits the set
   * @param index the bit's position
   */
  public static boolean get(long[] bits, int index) {
    return ((bits[index >>> 6] >>> index) & 1) != 0;
  }

  /**
   * Sets a bit.
   *
   * @param bits the set
   * @param index the bit's position
   */
  public static void set(long[] bits, int index) {
    bits[index >>> 6] |= 1L << index;
  }
}
