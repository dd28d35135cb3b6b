package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.assemble.TraceSummaries.Part;
import io.opencop.telemetry.query.TraceSummary;
import io.opencop.telemetry.query.TraceSummary.ServiceSpans;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSummariesTest {
  private static final long MS = 1_000_000;

  @Test
  void oneLine() {
    TraceSummary s =
        TraceSummaries.of(
            "t",
            List.of(
                part("c", "b", "stock", 30, 10, "error"),
                part("b", "a", "shop", 20, 100, "unset"),
                part("a", null, "shop", 10, 50, "ok")),
            null);
    assertThat(s.start()).isEqualTo(Nanos.instant(10 * MS));
    assertThat(s.durationMs()).as("from 10 to 120").isEqualTo(110);
    assertThat(s.rootService()).isEqualTo("shop");
    assertThat(s.rootOperation()).isEqualTo("op a");
    assertThat(s.rootStatus()).isEqualTo("ok");
    assertThat(s.spans()).isEqualTo(3);
    assertThat(s.errors()).isEqualTo(1);
    assertThat(s.services())
        .containsExactly(new ServiceSpans("shop", 2, 0), new ServiceSpans("stock", 1, 1));
  }

  @Test
  void rootOfABrokenTrace() {
    Part orphan = part("b", "gone", "shop", 20, 1, "unset");
    Part child = part("c", "b", "shop", 5, 1, "unset");
    assertThat(TraceSummaries.root(List.of(child, orphan))).isEqualTo(orphan);
    Part one = part("x", "y", "shop", 7, 1, "unset");
    Part two = part("y", "x", "shop", 9, 1, "unset");
    assertThat(TraceSummaries.root(List.of(two, one))).isEqualTo(one);
  }

  private static Part part(
      String id, String parent, String service, long start, long duration, String status) {
    return new Part(id, parent, service, "op " + id, start * MS, duration * MS, status);
  }
}
