package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever the generated classes read, we read; and the check foretells what the reader rejects.
 */
class MetricReaderEqualsGeneratedTest {
  /** One for all tries: what one request leaves in the views must not show in the next. */
  private final MetricReader reader = new MetricReader(OtlpLimits.DEFAULT);

  @Property(tries = 200)
  void asSdksWriteIt(@ForAll long seed) {
    ExportMetricsServiceRequest sent = new RandomOtlp(seed).metrics();
    assertThat(read(sent.toByteArray())).isEqualTo(ExpectMetrics.metrics(sent));
  }

  @Property(tries = 1000)
  void asProtobufAllowsIt(@ForAll long seed) throws Exception {
    byte[] bytes = new OddWire(seed).encode(new RandomOtlp(seed).metrics());
    ExportMetricsServiceRequest meant = ExportMetricsServiceRequest.parseFrom(bytes);
    long items = reader.counters().items();
    long rejected = reader.counters().rejected();
    assertThat(read(bytes)).isEqualTo(ExpectMetrics.metrics(meant));

    OtlpCheck.Result check =
        OtlpCheck.check(Signal.METRICS, bytes, 0, bytes.length, OtlpLimits.DEFAULT);
    assertThat(check.items()).isEqualTo(ExpectMetrics.points(meant));
    assertThat(check.accepted()).isEqualTo((int) (reader.counters().items() - items));
    assertThat(check.rejected()).isEqualTo((int) (reader.counters().rejected() - rejected));
    assertThat(check.message().isEmpty()).isEqualTo(check.rejected() == 0);
  }

  /** From the middle of a larger array: nothing outside the range may be looked at. */
  private ExportMetricsServiceRequest read(byte[] request) {
    byte[] padded = new byte[request.length + 20];
    Arrays.fill(padded, (byte) 0x55);
    System.arraycopy(request, 0, padded, 7, request.length);
    MetricRebuild rebuild = new MetricRebuild(OtlpLimits.DEFAULT);
    reader.read(padded, 7, request.length, rebuild);
    return Expect.plain(rebuild.build());
  }
}
