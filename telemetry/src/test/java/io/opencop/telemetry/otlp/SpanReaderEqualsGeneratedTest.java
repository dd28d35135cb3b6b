package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the generated classes read, we read. */
class SpanReaderEqualsGeneratedTest {
  @Property(tries = 500)
  void asSdksWriteIt(@ForAll long seed) {
    ExportTraceServiceRequest sent = new RandomOtlp(seed).traces();
    assertThat(read(sent.toByteArray())).isEqualTo(Expect.traces(sent));
  }

  @Property(tries = 2000)
  void asProtobufAllowsIt(@ForAll long seed) throws Exception {
    byte[] bytes = new OddWire(seed).encode(new RandomOtlp(seed).traces());
    assertThat(read(bytes)).isEqualTo(Expect.traces(ExportTraceServiceRequest.parseFrom(bytes)));
  }

  private static ExportTraceServiceRequest read(byte[] request) {
    byte[] padded = new byte[request.length + 20];
    System.arraycopy(request, 0, padded, 7, request.length);
    SpanRebuild rebuild = new SpanRebuild(OtlpLimits.DEFAULT);
    new SpanReader(OtlpLimits.DEFAULT).read(padded, 7, request.length, rebuild);
    return Expect.plain(rebuild.build());
  }
}
