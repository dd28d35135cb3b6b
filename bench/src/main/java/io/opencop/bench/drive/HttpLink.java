package io.opencop.bench.drive;

import io.opencop.model.Signal;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * OTLP/HTTP with protobuf over HTTP/1.1 on a plain socket: the client must cost next to nothing.
 */
final class HttpLink implements Link {
  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket = new Socket();
  private final OutputStream out;
  private final InputStream in;
  private final int port;
  private final Packing packing;

  HttpLink(int port, Packing packing) throws IOException {
    this.port = port;
    this.packing = packing;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), 4096);
  }

  @Override
  public void send(Signal signal, byte[] request) throws IOException {
    byte[] body = packing.pack(request);
    String head =
        "POST /v1/"
            + path(signal)
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/x-protobuf\r\n"
            + (packing == Packing.GZIP ? "Content-Encoding: gzip\r\n" : "")
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  private static String path(Signal signal) {
    return switch (signal) {
      case SPANS -> "traces";
      case LOGS -> "logs";
      case METRICS -> "metrics";
    };
  }

  @Override
  public Answer answer() throws IOException {
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
    }
    in.skipNBytes(length);
    return switch (Integer.parseInt(status.substring(9, 12))) {
      // A success with a body is a partial one: something of ours was not taken.
      case 200 -> length == 0 ? Answer.ACKNOWLEDGED : Answer.REFUSED;
      case 429, 502, 503, 504 -> Answer.LATER;
      default -> Answer.REFUSED;
    };
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is lost by a connection that cannot be closed: what counts has been answered.
      Thread.onSpinWait();
    }
  }
}
