package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.query.RedPoint;
import io.opencop.telemetry.query.ServiceDetail;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Too much of something: answers stay exact where they can, and bounded where they must. */
abstract class BoundsContract extends Behaviour {
  @Test
  void tenThousandOperationNames() {
    for (int batch = 0; batch < 10; batch++) {
      List<Span.Builder> spans = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        int n = batch * 1_000 + i;
        spans.add(request(n + 1, "GET /item/" + n, at(n * 0.05), 5));
      }
      send(Otlp.traces(Otlp.spans(resource("shop", null, null), spans)));
    }
    ServiceDetail d = value(store.service("shop", TEN_MINUTES, null)).orElseThrow();
    assertThat(d.red().count()).isEqualTo(10_000);
    assertThat(d.series().stream().mapToLong(RedPoint::count).sum()).isEqualTo(10_000);
    assertThat(d.operations().stream().mapToLong(o -> o.red().count()).sum())
        .as("folded together, not lost")
        .isEqualTo(10_000);
  }

  @Test
  void aSpanWithHundredsOfAttributes() {
    Object[] attributes = new Object[2 * 500];
    for (int i = 0; i < 500; i++) {
      attributes[2 * i] = "key." + i;
      attributes[2 * i + 1] = i % 3 == 0 ? (Object) i : "value " + i;
    }
    send(
        Otlp.traces(
            Otlp.spans(resource("shop", null, null), request(1, "a", at(1), 5, attributes))));
    assertThat(
            value(store.trace(Otlp.traceId(1), null)).orElseThrow().spans().getFirst().attributes())
        .hasSize(500)
        .containsEntry("key.499", "value 499")
        .containsEntry("key.498", 498L);
  }

  @Test
  void namesNobodyExpects() {
    String odd = "'; DROP TABLE spans; -- \"<script>\" \\ \n\t 한글 😀 %_ $1 {{x}}";
    send(
        Otlp.traces(
            Otlp.spans(
                resource(odd, odd, odd), request(1, odd, at(1), 5, odd, odd, "", "empty key"))));
    send(Otlp.logs(resource(odd, null, null), Otlp.log(at(1), 9, odd, odd, odd)));
    ServiceDetail d = value(store.service(odd, TEN_MINUTES, null)).orElseThrow();
    assertThat(d.operations().getFirst().operation()).isEqualTo(odd);
    assertThat(d.versions().getFirst().key()).isEqualTo(odd);
    var span = value(store.trace(Otlp.traceId(1), null)).orElseThrow().spans().getFirst();
    assertThat(span.attributes()).containsEntry(odd, odd);
    assertThat(span.name()).isEqualTo(odd);
  }
}
