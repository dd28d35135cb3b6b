package io.opencop.telemetry.parquet;

import java.util.Arrays;
import net.openhft.hashing.LongHashFunction;

/**
 * Parquet's split-block bloom filter: blocks of 256 bits, one bit in each of its 8 words, XXH64 of
 * the plain value. Sized to a power of two (some readers insist) of 10 to 20 bits a value, which
 * makes one probe in a hundred wrong at most.
 */
final class Bloom {
  private static final LongHashFunction XX = LongHashFunction.xx();
  private static final int BLOCK = 32;
  private static final int MAX_BYTES = 1 << 24;
  private static final int[] SALT = {
    0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
  };

  byte[] bits = {};
  private int bytes;

  /** Empties the filter and makes it large enough for so many different values. */
  void reset(int values) {
    long wanted = Math.max(BLOCK, values * 10L / 8);
    bytes = (int) Math.min(MAX_BYTES, Long.highestOneBit(wanted * 2 - 1));
    if (bits.length < bytes) {
      bits = new byte[bytes];
    } else {
      Arrays.fill(bits, 0, bytes, (byte) 0);
    }
  }

  int bytes() {
    return bytes;
  }

  void add(byte[] value, int off, int len) {
    long hash = XX.hashBytes(value, off, len);
    int block = (int) (((hash >>> 32) * (bytes / BLOCK)) >>> 32) * BLOCK;
    int key = (int) hash;
    for (int i = 0; i < 8; i++) {
      int at = block + i * 4;
      Out.INT.set(bits, at, (int) Out.INT.get(bits, at) | (1 << ((key * SALT[i]) >>> 27)));
    }
  }

  /** The header that goes before the bits. */
  void header(Thrift thrift) {
    thrift.open();
    thrift.i32(1, bytes);
    for (int id = 2;
        id <= 4;
        id++) { // block algorithm, XXHASH, uncompressed: each union's member 1
      thrift.struct(id);
      thrift.empty(1);
      thrift.close();
    }
    thrift.close();
  }
}
