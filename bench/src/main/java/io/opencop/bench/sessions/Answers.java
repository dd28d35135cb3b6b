package io.opencop.bench.sessions;

import java.nio.charset.StandardCharsets;

/** Takes an HTTP/1.1 response with a content length out of the bytes of a connection. */
final class Answers {
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COOKIE = "\r\nset-cookie:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;

  private final byte[] bytes = new byte[1 << 16];
  private int filled;
  private int body;
  private int end;

  byte[] bytes() {
    return bytes;
  }

  int filled() {
    return filled;
  }

  /**
   * @param more bytes that were put behind the filled ones
   * @return whether the response is whole
   */
  boolean add(int more) {
    filled += more;
    if (body == 0) {
      body = headEnd();
      if (body == 0) {
        return false;
      }
      int at = find(LENGTH);
      if (at < 0) {
        throw new IllegalStateException("no content length: " + text(0, body));
      }
      end = body + number(at);
    }
    return filled >= end;
  }

  int status() {
    return number(STATUS_AT);
  }

  /** The body as a number; -1 where it is none. */
  int value() {
    return end > body && bytes[body] >= '0' && bytes[body] <= '9' ? number(body) : -1;
  }

  /** {@code name=value}; null where there is none. */
  String cookie() {
    int at = find(COOKIE);
    if (at < 0) {
      return null;
    }
    int to = at;
    while (bytes[to] != ';' && bytes[to] != '\r') {
      to++;
    }
    return text(at, to).trim();
  }

  void next() {
    filled = 0;
    body = 0;
    end = 0;
  }

  String text() {
    return text(0, filled);
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  private int headEnd() {
    for (int i = 3; i < filled; i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n' && bytes[i - 1] == '\r') {
        return i + 1;
      }
    }
    return 0;
  }

  /** Where a header's value begins; -1. */
  private int find(byte[] lower) {
    for (int i = 0; i + lower.length < body; i++) {
      int n = 0;
      while (n < lower.length && lower(bytes[i + n]) == lower[n]) {
        n++;
      }
      if (n == lower.length) {
        return i + n;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private int number(int from) {
    int at = from;
    while (bytes[at] == ' ') {
      at++;
    }
    int value = 0;
    int last = Math.max(filled, at);
    for (; at < last && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
