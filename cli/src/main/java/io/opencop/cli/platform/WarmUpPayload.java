package io.opencop.cli.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The smallest useful OTLP requests, written by hand (field numbers of opentelemetry-proto 1.11):
 * the command line must not carry the generated classes for a start-up rehearsal.
 */
public final class WarmUpPayload {
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WarmUpPayload() {}

  /**
   * A span, a log record and a gauge point of a service {@code warm-up}, by the path's last word.
   */
  public static Map<String, byte[]> all() {
    long now = Instant.now().toEpochMilli() * 1_000_000;
    byte[] span =
        message()
            .bytes(1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
            .bytes(2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
            .text(5, "GET /warm-up")
            .varint(6, 2)
            .fixed(7, now - 1_000_000)
            .fixed(8, now)
            .bytes(9, attribute("http.route", "/warm-up"))
            .done();
    byte[] log =
        message()
            .fixed(1, now)
            .varint(2, 9)
            .bytes(5, message().text(1, "warmed up in 12 ms").done())
            .done();
    byte[] point = message().fixed(3, now).fixed(4, Double.doubleToLongBits(1)).done();
    byte[] metric =
        message().text(1, "warm.up").text(3, "1").bytes(5, message().bytes(1, point).done()).done();
    Map<String, byte[]> all = new TreeMap<>();
    all.put("traces", request(span));
    all.put("logs", request(log));
    all.put("metrics", request(metric));
    return all;
  }

  /** Request, resource and scope have the same field numbers in all three signals. */
  private static byte[] request(byte[] item) {
    byte[] resource = message().bytes(1, attribute("service.name", "warm-up")).done();
    byte[] scoped = message().bytes(2, item).done();
    return message().bytes(1, message().bytes(1, resource).bytes(2, scoped).done()).done();
  }

  private static byte[] attribute(String key, String value) {
    return message().text(1, key).bytes(2, message().text(1, value).done()).done();
  }

  private static WarmUpPayload message() {
    return new WarmUpPayload();
  }

  private WarmUpPayload varint(int field, int value) {
    number((long) field << 3);
    number(value);
    return this;
  }

  private WarmUpPayload fixed(int field, long value) {
    number(((long) field << 3) | FIXED64);
    for (int shift = 0; shift < 64; shift += 8) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  private WarmUpPayload text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private WarmUpPayload bytes(int field, byte[] value) {
    number(((long) field << 3) | BYTES);
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  private void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] done() {
    return out.toByteArray();
  }
}
