package io.opencop.telemetry.otlp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;

/** JSON as UTF-8 bytes in one reused buffer. The caller sees to commas and brackets. */
public final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final int KEPT = 1 << 20;

  private byte[] buf = new byte[256];
  private int size;

  /** Valid up to {@link #size}, and until the next write. */
  public byte[] buf() {
    return buf;
  }

  /** Bytes. */
  public int size() {
    return size;
  }

  /** Empties the text; a very large buffer is given back. */
  public void clear() {
    size = 0;
    if (buf.length > KEPT) {
      buf = new byte[256];
    }
  }

  /** One ASCII character as it is: brackets, commas, colons. */
  public JsonText raw(char c) {
    room(1)[size++] = (byte) c;
    return this;
  }

  /** ASCII text as it is. */
  public JsonText raw(String ascii) {
    int length = ascii.length();
    byte[] to = room(length);
    for (int i = 0; i < length; i++) {
      to[size++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  /** A string from UTF-8 bytes; bytes that are not UTF-8 become U+FFFD. */
  public JsonText string(byte[] b, int off, int len) {
    if (!Utf8.valid(b, off, len)) {
      byte[] mended = Utf8.repaired(b, off, len);
      return string(mended, 0, mended.length);
    }
    raw('"');
    int from = off;
    int end = off + len;
    for (int p = off; p < end; p++) {
      int c = b[p];
      if (c == '"' || c == '\\' || (c >= 0 && c < ' ')) {
        copy(b, from, p - from);
        escape(c);
        from = p + 1;
      }
    }
    copy(b, from, end - from);
    return raw('"');
  }

  private void escape(int c) {
    switch (c) {
      case '"', '\\' -> raw('\\').raw((char) c);
      case '\n' -> raw("\\n");
      case '\r' -> raw("\\r");
      case '\t' -> raw("\\t");
      default -> raw("\\u00").raw((char) HEX[c >> 4]).raw((char) HEX[c & 15]);
    }
  }

  /** Bytes as a base64 string (RFC 4648 section 4, with padding). */
  public JsonText base64(byte[] b, int off, int len) {
    byte[] text = Base64.getEncoder().encode(Arrays.copyOfRange(b, off, off + len));
    raw('"');
    copy(text, 0, text.length);
    return raw('"');
  }

  public JsonText number(long value) {
    if (value >= 0 && value < 10) {
      return raw((char) ('0' + value));
    }
    return raw(Long.toString(value));
  }

  /** Shortest decimal that reads back as the same double; "NaN" and infinities as strings. */
  public JsonText real(double value) {
    return Double.isFinite(value)
        ? raw(Double.toString(value))
        : raw('"').raw(Double.toString(value)).raw('"');
  }

  public JsonText bool(boolean value) {
    return raw(value ? "true" : "false");
  }

  @Override
  public String toString() {
    return new String(buf, 0, size, UTF_8);
  }

  private void copy(byte[] b, int off, int len) {
    System.arraycopy(b, off, room(len), size, len);
    size += len;
  }

  private byte[] room(int more) {
    if (buf.length - size < more) {
      buf = Arrays.copyOf(buf, Math.max(size + more, 2 * buf.length));
    }
    return buf;
  }
}
