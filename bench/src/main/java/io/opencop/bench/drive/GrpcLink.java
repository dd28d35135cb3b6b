package io.opencop.bench.drive;

import io.opencop.model.Signal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * OTLP/gRPC over HTTP/2 with prior knowledge (RFC 9113), as little of it as one client of one
 * server needs: our header table is empty, so headers are literals and can be searched as text.
 */
final class GrpcLink implements Link {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;
  private static final int MAX_FRAME = 16_384;
  private static final int DEFAULT_WINDOW = 65_535;
  private static final byte[] STATUS = "grpc-status".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket = new Socket();
  private final DataOutputStream out;
  private final DataInputStream in;
  private final Packing packing;
  private final String authority;
  private final Queue<Integer> waiting = new ArrayDeque<>();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private long connectionWindow = DEFAULT_WINDOW;
  private long streamWindow;
  private int initialWindow = DEFAULT_WINDOW;
  private int stream = -1;

  GrpcLink(int port, Packing packing) throws IOException {
    this.packing = packing;
    authority = "127.0.0.1:" + port;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 17));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 14));
    out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    frame(SETTINGS, 0, 0, 6);
    // SETTINGS_HEADER_TABLE_SIZE (1) = 0
    out.writeShort(1);
    out.writeInt(0);
    out.flush();
  }

  @Override
  public void send(Signal signal, byte[] request) throws IOException {
    byte[] body = packing.pack(request);
    stream += 2;
    streamWindow = initialWindow;
    byte[] headers = headers(signal);
    frame(HEADERS, END_HEADERS, stream, headers.length);
    out.write(headers);
    byte[] message = new byte[body.length + 5];
    message[0] = (byte) (packing == Packing.GZIP ? 1 : 0);
    for (int i = 0; i < 4; i++) {
      message[1 + i] = (byte) (body.length >>> (24 - 8 * i));
    }
    System.arraycopy(body, 0, message, 5, body.length);
    for (int at = 0; at < message.length; ) {
      int size = Math.min(MAX_FRAME, message.length - at);
      while (Math.min(connectionWindow, streamWindow) < size) {
        out.flush();
        read();
      }
      connectionWindow -= size;
      streamWindow -= size;
      frame(DATA, at + size == message.length ? END_STREAM : 0, stream, size);
      out.write(message, at, size);
      at += size;
    }
    out.flush();
    waiting.add(stream);
  }

  @Override
  public Answer answer() throws IOException {
    int oldest = waiting.remove();
    while (!answers.containsKey(oldest)) {
      read();
    }
    return answers.remove(oldest);
  }

  private void read() throws IOException {
    int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int id = in.readInt() & Integer.MAX_VALUE;
    byte[] payload = in.readNBytes(length);
    switch (type) {
      case HEADERS -> headers(id, flags, payload);
      case DATA -> {
        if (length > 0) {
          frame(WINDOW_UPDATE, 0, 0, 4);
          out.writeInt(length);
          out.flush();
        }
      }
      case SETTINGS -> settings(flags, payload);
      case WINDOW_UPDATE -> {
        int more = number(payload, 0) & Integer.MAX_VALUE;
        if (id == 0) {
          connectionWindow += more;
        } else if (id == stream) {
          streamWindow += more;
        }
      }
      case PING -> {
        if ((flags & ACK) == 0) {
          frame(PING, ACK, 0, payload.length);
          out.write(payload);
          out.flush();
        }
      }
      case RST_STREAM -> answers.putIfAbsent(id, Answer.REFUSED);
      case GOAWAY -> throw new IOException("the server said goodbye: error " + number(payload, 4));
      default -> {}
    }
  }

  private void settings(int flags, byte[] payload) throws IOException {
    if ((flags & ACK) != 0) {
      return;
    }
    for (int at = 0; at < payload.length; at += 6) {
      if (((payload[at] << 8) | payload[at + 1]) == 4) {
        int window = number(payload, at + 2);
        streamWindow += window - initialWindow;
        initialWindow = window;
      }
    }
    frame(SETTINGS, ACK, 0, 0);
    out.flush();
  }

  private void headers(int id, int flags, byte[] block) {
    int at = indexOf(block, STATUS);
    if (at >= 0) {
      int value = at + STATUS.length;
      String status = new String(block, value + 1, block[value], StandardCharsets.US_ASCII);
      answers.put(
          id,
          switch (status) {
            case "0" -> Answer.ACKNOWLEDGED;
            case "8", "14" -> Answer.LATER;
            default -> Answer.REFUSED;
          });
    } else if ((flags & END_STREAM) != 0) {
      answers.put(id, Answer.REFUSED);
    }
  }

  private byte[] headers(Signal signal) {
    String service =
        switch (signal) {
          case SPANS -> "trace.v1.TraceService";
          case LOGS -> "logs.v1.LogsService";
          case METRICS -> "metrics.v1.MetricsService";
        };
    Hpack hpack =
        new Hpack()
            .literal(":method", "POST")
            .literal(":scheme", "http")
            .literal(":path", "/opentelemetry.proto.collector." + service + "/Export")
            .literal(":authority", authority)
            .literal("content-type", "application/grpc")
            .literal("te", "trailers");
    if (packing == Packing.GZIP) {
      hpack.literal("grpc-encoding", "gzip");
    }
    return hpack.bytes();
  }

  private void frame(int type, int flags, int id, int length) throws IOException {
    out.writeByte(length >>> 16);
    out.writeShort(length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(id);
  }

  private static int number(byte[] bytes, int at) {
    return ((bytes[at] & 255) << 24)
        | ((bytes[at + 1] & 255) << 16)
        | ((bytes[at + 2] & 255) << 8)
        | (bytes[at + 3] & 255);
  }

  private static int indexOf(byte[] in, byte[] what) {
    for (int i = 0; i + what.length < in.length; i++) {
      if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
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
