package io.opencop.telemetry.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first 80 bytes of a journal file, big-endian: magic (8), format (4), flags (4), file number
 * (8), creation time (8), frame marker (8), hash seed (8), key id (8), salt (16), reserved (4),
 * CRC32C of the 76 bytes before it (4). Length and checksum stay where they are in every format, so
 * that damage can be told from a newer version.
 *
 * @param createdNanos since the epoch
 * @param marker random; every frame of the file begins with it. A reader that lost its place looks
 *     for it, and telemetry cannot hold a forged frame because nobody outside knows it.
 * @param hashSeed seed of the content hashes; 0 where it is derived from the key
 * @param keyId which key, 0 for none
 * @param salt what the payload key was derived with
 */
record FileHeader(
    int format, long number, long createdNanos, long marker, long hashSeed, long keyId, Salt salt) {

  /** 16 random bytes. */
  record Salt(long hi, long lo) {
    byte[] bytes() {
      return ByteBuffer.allocate(16).putLong(hi).putLong(lo).array();
    }
  }

  static final int BYTES = 80;
  static final int FORMAT = 1;
  private static final long MAGIC = 0x4F43_4F50_4A52_4E4CL; // "OCOPJRNL"
  private static final int ENCRYPTED = 1;

  boolean encrypted() {
    return keyId != 0;
  }

  ByteBuffer encode() {
    ByteBuffer b = ByteBuffer.allocate(BYTES);
    b.putLong(MAGIC).putInt(format).putInt(encrypted() ? ENCRYPTED : 0);
    b.putLong(number).putLong(createdNanos).putLong(marker).putLong(hashSeed).putLong(keyId);
    b.putLong(salt.hi).putLong(salt.lo).putInt(0);
    CRC32C crc = new CRC32C();
    crc.update(b.array(), 0, BYTES - 4);
    return b.putInt((int) crc.getValue()).flip();
  }

  /** Returns the header, or null where these bytes are none. */
  static FileHeader decode(byte[] bytes) {
    ByteBuffer b = ByteBuffer.wrap(bytes);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, BYTES - 4);
    if (b.getLong() != MAGIC || b.getInt(BYTES - 4) != (int) crc.getValue()) {
      return null;
    }
    int format = b.getInt();
    b.getInt();
    return new FileHeader(
        format,
        b.getLong(),
        b.getLong(),
        b.getLong(),
        b.getLong(),
        b.getLong(),
        new Salt(b.getLong(), b.getLong()));
  }
}
