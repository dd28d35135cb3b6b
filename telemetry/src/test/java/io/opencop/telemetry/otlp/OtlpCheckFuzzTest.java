package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Bytes nobody should send. Malformed exactly where protobuf's own parser says so, text that is not
 * UTF-8 apart; nothing but a clean exception; and what the check let pass, the readers read, with
 * the same counts.
 */
class OtlpCheckFuzzTest {
  @Property(tries = 1000)
  void mutatedRequests(@ForAll long seed) {
    Random random = new Random(seed);
    for (Signal signal : Signal.values()) {
      byte[] bytes = new OddWire(seed).encode(message(signal, seed));
      for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
        bytes = mutated(bytes, random);
      }
      agree(signal, bytes);
    }
  }

  /** Aimed at the short cut for attributes as SDKs write them. */
  @Property(tries = 20_000)
  void mutatedAttribute(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    AnyValue.Builder value = AnyValue.newBuilder();
    switch (random.nextInt(4)) {
      case 0 -> value.setStringValue("value é".substring(random.nextInt(8)));
      case 1 -> value.setIntValue(random.nextLong() >> random.nextInt(64));
      case 2 -> value.setBoolValue(random.nextBoolean());
      default -> value.setDoubleValue(random.nextDouble());
    }
    byte[] bytes =
        Requests.bytes(
            Requests.span()
                .clearName()
                .addAttributes(Requests.attribute("key".substring(random.nextInt(4)), value)));
    int attribute = bytes.length - 4 - value.build().getSerializedSize() - random.nextInt(4);
    for (int i = random.nextInt(2); i >= 0; i--) {
      int at = attribute + random.nextInt(bytes.length - attribute);
      int was = bytes[at];
      bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : was + random.nextInt(5) - 2);
    }
    if (agree(Signal.SPANS, bytes) && parserSays(Signal.SPANS, bytes) == null) {
      SpanRebuild rebuild = new SpanRebuild(OtlpLimits.DEFAULT);
      new SpanReader(OtlpLimits.DEFAULT).read(bytes, 0, bytes.length, rebuild);
      assertThat(Expect.plain(rebuild.build()))
          .isEqualTo(Expect.traces(ExportTraceServiceRequest.parseFrom(bytes)));
    }
  }

  @Property(tries = 1000)
  void noise(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(60)];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      // Noise that gets past the first byte: mostly small numbers and tags that exist.
      bytes[i] = random.nextInt(3) > 0 ? (byte) (random.nextInt(8) << 3 | 2) : bytes[i];
      bytes[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(12) : bytes[i];
    }
    for (Signal signal : Signal.values()) {
      agree(signal, bytes);
    }
  }

  @Property(tries = 8)
  void cutAnywhere(@ForAll long seed) {
    for (Signal signal : Signal.values()) {
      byte[] bytes = message(signal, seed).toByteArray();
      for (int length = 0; length < Math.min(bytes.length, 3000); length++) {
        agree(signal, Arrays.copyOf(bytes, length));
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    byte[] result = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> result[at] = (byte) random.nextInt(256);
      case 1 -> result[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> result[at] = (byte) (random.nextInt(16) << 3 | random.nextInt(6));
      case 3 -> result = Arrays.copyOf(bytes, at);
      default -> { // a piece of it, once more, somewhere else
        int from = random.nextInt(bytes.length);
        int size = Math.min(bytes.length - Math.max(from, at), random.nextInt(20));
        System.arraycopy(bytes, from, result, at, size);
      }
    }
    return result;
  }

  /** True where the bytes are well-formed to us. */
  private static boolean agree(Signal signal, byte[] bytes) {
    byte[] buf = new byte[bytes.length + 9];
    Arrays.fill(buf, (byte) 0x0a);
    System.arraycopy(bytes, 0, buf, 4, bytes.length);
    String theirs = parserSays(signal, bytes);
    OtlpCheck.Result result;
    try {
      result = OtlpCheck.check(signal, buf, 4, bytes.length, OtlpLimits.DEFAULT);
    } catch (OtlpMalformedException e) {
      // protobuf-java 4.36's fast path forgets the tenth byte's continuation bit where the byte is
      // odd, its own slow path does not; we refuse both.
      if (!e.getMessage().endsWith("varint longer than 10 bytes")) {
        assertThat(theirs).as("our parser says: %s", e.getMessage()).isNotNull();
      }
      assertThat(e.offset()).isBetween(4, 4 + bytes.length);
      readersStayClean(signal, buf, bytes.length);
      return false;
    }
    if (theirs != null && !theirs.contains("invalid UTF-8")) {
      fail("let through what protobuf refuses: " + theirs);
    }
    ReadCounters counters = read(signal, buf, bytes.length);
    assertThat((int) counters.items()).isEqualTo(result.accepted());
    assertThat((int) counters.rejected()).isEqualTo(result.rejected());
    return true;
  }

  /**
   * The readers are not meant to see these bytes; if they do, they must not do worse than throw.
   */
  private static void readersStayClean(Signal signal, byte[] buf, int len) {
    try {
      read(signal, buf, len);
    } catch (OtlpMalformedException e) {
      assertThat(e.getMessage()).startsWith("malformed OTLP at byte ");
    }
  }

  private static ReadCounters read(Signal signal, byte[] buf, int len) {
    return switch (signal) {
      case SPANS -> {
        SpanReader reader = new SpanReader(OtlpLimits.DEFAULT);
        reader.read(buf, 4, len, new SpanTouch());
        yield reader.counters();
      }
      case LOGS -> {
        LogReader reader = new LogReader(OtlpLimits.DEFAULT);
        reader.read(buf, 4, len, new LogTouch());
        yield reader.counters();
      }
      case METRICS -> {
        MetricReader reader = new MetricReader(OtlpLimits.DEFAULT);
        reader.read(buf, 4, len, new MetricTouch());
        yield reader.counters();
      }
    };
  }

  private static String parserSays(Signal signal, byte[] bytes) {
    try {
      parser(signal).parseFrom(bytes);
      return null;
    } catch (InvalidProtocolBufferException e) {
      return e.getMessage();
    }
  }

  private static Parser<? extends Message> parser(Signal signal) {
    return switch (signal) {
      case SPANS -> ExportTraceServiceRequest.parser();
      case LOGS -> ExportLogsServiceRequest.parser();
      case METRICS -> ExportMetricsServiceRequest.parser();
    };
  }

  private static Message message(Signal signal, long seed) {
    RandomOtlp random = new RandomOtlp(seed);
    return switch (signal) {
      case SPANS -> random.traces();
      case LOGS -> random.logs();
      case METRICS -> random.metrics();
    };
  }
}
