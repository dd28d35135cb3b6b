package io.opencop.bench.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/**
 * The bytes of one request or response as they come in: only as much of HTTP as benchmark and
 * proxies say to each other, which is a Content-Length or no body. Allocates nothing.
 */
final class Message {
  private static final byte[] LENGTH =
      "content-length:".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int ROOM = 16 * 1024;

  private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
  private final byte[] head = new byte[ROOM];
  private int length;
  private int bodyLeft = -1;

  /** Reads what is there; whether the message is complete. Then call {@link #next}. */
  boolean read(SocketChannel channel) throws IOException {
    while (true) {
      in.clear();
      int n = channel.read(in);
      if (n < 0) {
        throw new EOFException("the connection was closed");
      }
      if (n == 0) {
        return false;
      }
      in.flip();
      if (take()) {
        return true;
      }
      if (n < ROOM) {
        return false;
      }
    }
  }

  private boolean take() throws IOException {
    if (bodyLeft < 0) {
      int before = length;
      int n = in.remaining();
      if (length + n > ROOM) {
        throw new IOException("a head of more than " + ROOM + " bytes");
      }
      in.get(head, length, n);
      length += n;
      int end = end(Math.max(0, before - 3));
      if (end < 0) {
        return false;
      }
      bodyLeft = contentLength(end) - (length - end);
    } else {
      bodyLeft -= in.remaining();
    }
    if (bodyLeft < 0) {
      throw new IOException("more came than was asked for");
    }
    return bodyLeft == 0;
  }

  private int end(int from) {
    for (int i = from; i + 3 < length; i++) {
      if (head[i] == '\r' && head[i + 1] == '\n' && head[i + 2] == '\r' && head[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private int contentLength(int end) {
    for (int i = 0; i + LENGTH.length < end; i++) {
      if (head[i] == '\n' && names(i + 1)) {
        int value = 0;
        for (int at = i + 1 + LENGTH.length; at < end && head[at] != '\r'; at++) {
          if (head[at] != ' ') {
            value = value * 10 + head[at] - '0';
          }
        }
        return value;
      }
    }
    return 0;
  }

  private boolean names(int at) {
    for (int i = 0; i < LENGTH.length; i++) {
      int c = head[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  /** The byte after the first slash of a request. */
  byte letter() {
    int i = 0;
    while (head[i] != '/') {
      i++;
    }
    return head[i + 1];
  }

  /** Whether it is a response with status 200. */
  boolean ok() {
    return head[9] == '2' && head[10] == '0' && head[11] == '0';
  }

  String firstLine() {
    String text = new String(head, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\r');
    return (end < 0 ? text : text.substring(0, end)).strip().toUpperCase(Locale.ROOT);
  }

  void next() {
    length = 0;
    bodyLeft = -1;
  }

  /** All of it: what is asked and answered here fits the socket's own buffer. */
  static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    bytes.rewind();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
