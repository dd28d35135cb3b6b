package io.opencop.telemetry.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The 60 bytes before a frame's payload, big-endian: the file's marker (8), CRC32C of all that
 * follows up to the payload's end (4), payload bytes in the file (4), payload bytes when decoded
 * (4), kind (1), flags (1), reserved (2), items (4), received time (8), content hash (16), number
 * used once for encryption (8). The marker is outside the checksum: frames are encoded before it is
 * known which file they go to.
 */
record FrameHeader(
    int crc,
    int stored,
    int raw,
    byte kind,
    byte flags,
    int items,
    long receivedNanos,
    long hashHi,
    long hashLo,
    long nonce) {
  static final int BYTES = 60;
  static final int CRC_AT = 8;
  static final int CRC_FROM = 12;

  /** Payload is a zstd frame. */
  static final byte ZSTD = 1;

  /** Payload is AES-256-GCM with a 16-byte tag; the header's bytes 12 to 59 are its AAD. */
  static final byte ENCRYPTED = 2;

  /** The largest payload a frame may hold, stored or raw: far above the receiver's 64 MiB. */
  static final int MAX_PAYLOAD = 256 << 20;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** Writes all but marker and checksum to the start of {@code frame}. */
  void encode(byte[] frame) {
    ByteBuffer b = ByteBuffer.wrap(frame, CRC_FROM, BYTES - CRC_FROM);
    b.putInt(stored).putInt(raw).put(kind).put(flags).putShort((short) 0).putInt(items);
    b.putLong(receivedNanos).putLong(hashHi).putLong(hashLo).putLong(nonce);
  }

  static void putMarker(byte[] frame, long marker) {
    LONG.set(frame, 0, marker);
  }

  static long marker(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void putCrc(byte[] frame, int crc) {
    INT.set(frame, CRC_AT, crc);
  }

  static FrameHeader decode(byte[] bytes, int at) {
    ByteBuffer b = ByteBuffer.wrap(bytes, at + CRC_AT, BYTES - CRC_AT);
    int crc = b.getInt();
    int stored = b.getInt();
    int raw = b.getInt();
    byte kind = b.get();
    byte flags = b.get();
    b.getShort();
    return new FrameHeader(
        crc,
        stored,
        raw,
        kind,
        flags,
        b.getInt(),
        b.getLong(),
        b.getLong(),
        b.getLong(),
        b.getLong());
  }

  boolean plausible() {
    return stored >= 0
        && stored <= MAX_PAYLOAD
        && raw >= 0
        && raw <= MAX_PAYLOAD
        && FrameKind.of(kind) != null
        && (flags & ~(ZSTD | ENCRYPTED)) == 0;
  }
}
