package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever the generated classes read, we read; and the check foretells what the reader rejects.
 */
class LogReaderEqualsGeneratedTest {
  /** One for all tries: what one request leaves in the views must not show in the next. */
  private final LogReader reader = new LogReader(OtlpLimits.DEFAULT);

  @Property(tries = 200)
  void asSdksWriteIt(@ForAll long seed) {
    ExportLogsServiceRequest sent = new RandomOtlp(seed).logs();
    assertThat(read(sent.toByteArray())).isEqualTo(Expect.logs(sent));
  }

  @Property(tries = 1000)
  void asProtobufAllowsIt(@ForAll long seed) throws Exception {
    byte[] bytes = new OddWire(seed).encode(new RandomOtlp(seed).logs());
    ExportLogsServiceRequest meant = ExportLogsServiceRequest.parseFrom(bytes);
    long items = reader.counters().items();
    long rejected = reader.counters().rejected();
    assertThat(read(bytes)).isEqualTo(Expect.logs(meant));

    OtlpCheck.Result check =
        OtlpCheck.check(Signal.LOGS, bytes, 0, bytes.length, OtlpLimits.DEFAULT);
    assertThat(check.items()).isEqualTo(Expect.records(meant));
    assertThat(check.accepted()).isEqualTo((int) (reader.counters().items() - items));
    assertThat(check.rejected()).isEqualTo((int) (reader.counters().rejected() - rejected));
    assertThat(check.message().isEmpty()).isEqualTo(check.rejected() == 0);
  }

  /** From the middle of a larger array: nothing outside the range may be looked at. */
  private ExportLogsServiceRequest read(byte[] request) {
    byte[] padded = new byte[request.length + 20];
    Arrays.fill(padded, (byte) 0x55);
    System.arraycopy(request, 0, padded, 7, request.length);
    LogRebuild rebuild = new LogRebuild(OtlpLimits.DEFAULT);
    reader.read(padded, 7, request.length, rebuild);
    return Expect.plain(rebuild.build());
  }
}
