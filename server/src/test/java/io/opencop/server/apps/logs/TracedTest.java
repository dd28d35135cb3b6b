package io.opencop.server.apps.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A line of a Spring Boot application with our agent leads to its trace. */
class TracedTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void theIdsAreTakenOutOfTheLine() {
    Traced found =
        Traced.of(
            "2026-11-22T06:00:00Z  INFO 7 --- [exec-1] [trace_id=%s span_id=%s] a.B : 주문 7"
                .formatted(TRACE, SPAN));
    assertThat(found.text()).isEqualTo("2026-11-22T06:00:00Z  INFO 7 --- [exec-1] a.B : 주문 7");
    assertThat(HexFormat.of().formatHex(found.trace())).isEqualTo(TRACE);
    assertThat(HexFormat.of().formatHex(found.span())).isEqualTo(SPAN);
  }

  @Test
  void aLineOutsideOfARequestHasNone() {
    Traced found = Traced.of("INFO [trace_id= span_id=] started");
    assertThat(found.text()).isEqualTo("INFO started");
    assertThat(found.trace()).isEmpty();
    assertThat(Traced.of("INFO started").text()).isEqualTo("INFO started");
    assertThat(Traced.of("[trace_id=xyz span_id=1] no").text())
        .isEqualTo("[trace_id=xyz span_id=1] no");
  }
}
