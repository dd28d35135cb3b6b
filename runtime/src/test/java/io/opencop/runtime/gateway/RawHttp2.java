package io.opencop.runtime.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** HTTP/2 in the clear as no client library would send it: one stream, fields byte by byte. */
final class RawHttp2 {
  private static final int PATIENCE_MS = 30_000;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private RawHttp2() {}

  /** How a request ended. */
  enum End {
    ANSWERED,
    STREAM_RESET,
    CONNECTION_CLOSED
  }

  /**
   * One request without a body.
   *
   * @param fields names and values in turn
   */
  static End ask(int port, List<String> fields) throws IOException {
    return ask(port, fields, null);
  }

  /**
   * @param body null for none, which the head then says
   */
  static End ask(int port, List<String> fields, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      frame(out, HEADERS, END_HEADERS | (body == null ? END_STREAM : 0), 1, block(fields));
      if (body != null) {
        frame(out, DATA, END_STREAM, 1, ascii(body));
      }
      socket.getOutputStream().write(out.toByteArray());
      socket.getOutputStream().flush();
      return end(new DataInputStream(socket.getInputStream()));
    } catch (EOFException | SocketException e) {
      return End.CONNECTION_CLOSED;
    }
  }

  private static End end(DataInputStream in) throws IOException {
    while (true) {
      int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readUnsignedByte();
      int stream = in.readInt();
      in.skipNBytes(length);
      if (type == GOAWAY) {
        return End.CONNECTION_CLOSED;
      }
      if (stream == 1 && (type == HEADERS || type == RST_STREAM)) {
        return type == HEADERS ? End.ANSWERED : End.STREAM_RESET;
      }
    }
  }

  /** HPACK literals, neither indexed nor packed (RFC 7541, 6.2.2). */
  private static byte[] block(List<String> fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.size(); i += 2) {
      block.write(0);
      string(block, fields.get(i));
      string(block, fields.get(i + 1));
    }
    return block.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = ascii(text);
    if (bytes.length > 126) {
      throw new IllegalArgumentException("longer than this helper can say: " + text);
    }
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.write(payload.length >> 16);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(stream >> shift);
    }
    out.writeBytes(payload);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
