package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.ServiceSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedsTest {
  @Test
  void nearestRank() {
    long[] hundred = LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray();
    Red red = Reds.of(60, hundred, 5);
    assertThat(red).isEqualTo(new Red(100, 5, 100 / 60.0, 0.05, 50.5, 50.0, 95.0, 99.0));
    assertThat(Reds.of(60, new long[] {3_000_000}, 0).p50Ms()).isEqualTo(3.0);
    assertThat(Reds.of(60, new long[0], 0)).isEqualTo(Reds.none());
    assertThat(Percentiles.rank(0.95, 3)).isEqualTo(3);
    assertThat(Percentiles.rank(0, 3)).isEqualTo(1);
    assertThat(Percentiles.rank(1, 3)).isEqualTo(3);
    assertThat(Percentiles.rank(0.5, 4)).isEqualTo(2);
  }

  @Test
  void thoseThatNeedAttentionComeFirst() {
    ServiceSummary failing = service("failing", red(100, 10, 10.0), red(100, 0, 10.0));
    ServiceSummary slower = service("slower", red(50, 0, 30.0), red(50, 0, 10.0));
    ServiceSummary busy = service("busy", red(9000, 0, 11.0), red(9000, 0, 10.0));
    ServiceSummary calm = service("calm", red(10, 0, 10.0), Reds.none());
    ServiceSummary twin = service("a", red(10, 0, 10.0), Reds.none());
    ServiceSummary onceFailed = service("once", red(1, 1, 10.0), Reds.none());
    assertThat(
            Stream.of(calm, busy, onceFailed, slower, twin, failing)
                .sorted(Attention.order())
                .map(ServiceSummary::service))
        .containsExactly("failing", "slower", "busy", "a", "calm", "once");
    assertThat(Attention.unhealthy(List.of(failing, busy, onceFailed))).containsExactly("failing");
    assertThat(Attention.unhealthy(red(100, 5, 1.0))).isTrue();
    assertThat(Attention.unhealthy(red(1000, 49, 1.0))).isFalse();
    assertThat(Attention.unhealthy(red(9, 9, 1.0))).isFalse();
  }

  @Test
  void slowestNeedsEnoughRequests() {
    Operation rare = new Operation("s", "rare", "server", red(2, 0, 9000.0));
    Operation slow = new Operation("s", "slow", "server", red(10, 0, 300.0));
    Operation fast = new Operation("s", "fast", "server", red(99, 0, 3.0));
    assertThat(Attention.slowest(List.of(rare, fast, slow))).isEqualTo(Optional.of(slow));
    assertThat(Attention.slowest(List.of(rare))).isEqualTo(Optional.of(rare));
    assertThat(Attention.slowest(List.of())).isEmpty();
  }

  private static Red red(long count, long errors, Double p95) {
    return new Red(count, errors, count / 60.0, (double) errors / count, p95, p95, p95, p95);
  }

  private static ServiceSummary service(String name, Red red, Red before) {
    return new ServiceSummary(
        name, null, null, red, before, List.of(), 1, List.of(), null, Instant.EPOCH, 0, 0, 0);
  }
}
