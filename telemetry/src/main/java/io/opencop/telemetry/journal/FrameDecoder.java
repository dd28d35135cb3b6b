package io.opencop.telemetry.journal;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** The way back from a frame to the request. For one thread at a time. */
final class FrameDecoder implements AutoCloseable {
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final SecretKey key;
  private final Cipher cipher;

  FrameDecoder(SecretKey key) {
    this.key = key;
    cipher = key == null ? null : FrameEncoder.gcm();
  }

  /** Returns the payload of the frame at {@code at}, or null where it does not decode. */
  byte[] decode(FrameHeader header, byte[] bytes, int at) {
    byte[] body = bytes;
    int from = at + FrameHeader.BYTES;
    int length = header.stored();
    boolean encrypted = (header.flags() & FrameHeader.ENCRYPTED) != 0;
    if (encrypted) {
      if (key == null) {
        return null;
      }
      try {
        cipher.init(Cipher.DECRYPT_MODE, key, FrameEncoder.parameters(header.nonce()));
        cipher.updateAAD(
            bytes, at + FrameHeader.CRC_FROM, FrameHeader.BYTES - FrameHeader.CRC_FROM);
        body = cipher.doFinal(bytes, from, length);
      } catch (GeneralSecurityException e) {
        return null;
      }
      from = 0;
      length = body.length;
    }
    if ((header.flags() & FrameHeader.ZSTD) == 0) {
      if (length != header.raw()) {
        return null;
      }
      return encrypted ? body : Arrays.copyOfRange(body, from, from + length);
    }
    byte[] raw = new byte[header.raw()];
    try {
      int n = zstd.decompressByteArray(raw, 0, raw.length, body, from, length);
      return n == raw.length ? raw : null;
    } catch (ZstdException e) {
      return null;
    }
  }

  @Override
  public void close() {
    zstd.close();
  }
}
