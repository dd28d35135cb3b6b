package io.opencop.telemetry.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Turns a request into a frame: compressed, encrypted, summed. For one thread at a time. */
final class FrameEncoder implements AutoCloseable {
  static final int TAG_BYTES = 16;
  private static final int KEEP_SCRATCH = 1 << 20;

  private final JournalOptions options;
  private final SecretKey key;
  private final Cipher cipher;
  private final ZstdCompressCtx zstd;
  private final CRC32C crc = new CRC32C();
  private byte[] scratch = new byte[0];

  /**
   * @param key encrypts payloads; null for none
   */
  FrameEncoder(JournalOptions options, SecretKey key) {
    this.options = options;
    this.key = key;
    cipher = key == null ? null : gcm();
    zstd =
        options.compressionLevel() == JournalOptions.NO_COMPRESSION
            ? null
            : new ZstdCompressCtx().setLevel(options.compressionLevel());
  }

  /** Returns the whole frame, its marker still zero. */
  byte[] encode(
      FrameKind kind, byte[] payload, int items, long receivedNanos, ContentHash hash, long nonce) {
    byte[] body = payload;
    int length = payload.length;
    byte flags = 0;
    if (zstd != null && payload.length >= options.compressFromBytes()) {
      int bound = (int) Zstd.compressBound(payload.length);
      if (scratch.length < bound) {
        scratch = new byte[bound];
      }
      int compressed = zstd.compressByteArray(scratch, 0, bound, payload, 0, payload.length);
      if (compressed < payload.length) {
        body = scratch;
        length = compressed;
        flags |= FrameHeader.ZSTD;
      }
    }
    if (key != null) {
      flags |= FrameHeader.ENCRYPTED;
    }
    int stored = key == null ? length : length + TAG_BYTES;
    byte[] frame = new byte[FrameHeader.BYTES + stored];
    new FrameHeader(
            0,
            stored,
            payload.length,
            kind.code(),
            flags,
            items,
            receivedNanos,
            hash.hi(),
            hash.lo(),
            nonce)
        .encode(frame);
    if (key == null) {
      System.arraycopy(body, 0, frame, FrameHeader.BYTES, length);
    } else {
      encrypt(body, length, frame, nonce);
    }
    crc.reset();
    crc.update(frame, FrameHeader.CRC_FROM, frame.length - FrameHeader.CRC_FROM);
    FrameHeader.putCrc(frame, (int) crc.getValue());
    if (scratch.length > KEEP_SCRATCH) {
      scratch = new byte[0];
    }
    return frame;
  }

  private void encrypt(byte[] body, int length, byte[] frame, long nonce) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, parameters(nonce));
      cipher.updateAAD(frame, FrameHeader.CRC_FROM, FrameHeader.BYTES - FrameHeader.CRC_FROM);
      cipher.doFinal(body, 0, length, frame, FrameHeader.BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  static Cipher gcm() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  /** The key is new at every opening of the journal, so a counter is never used twice with it. */
  static GCMParameterSpec parameters(long nonce) {
    return new GCMParameterSpec(TAG_BYTES * 8, ByteBuffer.allocate(12).putLong(4, nonce).array());
  }

  @Override
  public void close() {
    if (zstd != null) {
      zstd.close();
    }
  }
}
