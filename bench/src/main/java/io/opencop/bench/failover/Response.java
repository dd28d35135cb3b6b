package io.opencop.bench.failover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP/1.1 response as it comes in: a Content-Length, chunks, or no body. */
final class Response {
  private static final int MOST = 1 << 20;

  private byte[] bytes = new byte[4096];
  private int length;
  private String[] head;
  private int bodyAt;

  /** Whether any byte of it has come. */
  boolean begun() {
    return length > 0;
  }

  /** Takes what has come; whether that is all. */
  boolean take(ByteBuffer in) throws IOException {
    if (length + in.remaining() > bytes.length) {
      if (length > MOST) {
        throw new IOException("a response of more than " + MOST + " bytes");
      }
      bytes = Arrays.copyOf(bytes, 2 * (length + in.remaining()));
    }
    int n = in.remaining();
    in.get(bytes, length, n);
    length += n;
    if (head == null && !readHead()) {
      return false;
    }
    return bodyEnd() >= 0;
  }

  private boolean readHead() throws IOException {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    head = text.substring(0, end).split("\r\n", -1);
    if (!head[0].matches("HTTP/1\\.1 \\d{3}( .*)?")) {
      throw new IOException("no HTTP response: " + head[0]);
    }
    bodyAt = end + 4;
    return true;
  }

  /** Where the body ends; -1 while it has not. */
  private int bodyEnd() throws IOException {
    if (header("transfer-encoding").equals("chunked")) {
      return chunks(null);
    }
    int size = header("content-length").isEmpty() ? 0 : Integer.parseInt(header("content-length"));
    return length >= bodyAt + size ? bodyAt + size : -1;
  }

  /** Walks over the chunks; adds what they hold to the text where there is one. */
  private int chunks(StringBuilder text) throws IOException {
    String all = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int at = bodyAt;
    while (true) {
      int line = all.indexOf("\r\n", at);
      if (line < 0) {
        return -1;
      }
      int size = Integer.parseInt(all.substring(at, line).strip(), 16);
      int end = line + 2 + size + 2;
      if (end > length) {
        return -1;
      }
      if (size == 0) {
        return end;
      }
      if (text != null) {
        text.append(all, line + 2, line + 2 + size);
      }
      at = end;
    }
  }

  int status() {
    return Integer.parseInt(head[0].substring(9, 12));
  }

  String statusLine() {
    return head[0];
  }

  /** Empty where there is none. */
  String header(String name) {
    for (int i = 1; i < head.length; i++) {
      int colon = head[i].indexOf(':');
      if (colon > 0 && head[i].substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return head[i].substring(colon + 1).strip();
      }
    }
    return "";
  }

  String body() throws IOException {
    if (header("transfer-encoding").equals("chunked")) {
      StringBuilder text = new StringBuilder();
      chunks(text);
      return text.toString();
    }
    return new String(bytes, bodyAt, bodyEnd() - bodyAt, StandardCharsets.UTF_8);
  }

  void next() {
    length = 0;
    head = null;
  }
}
