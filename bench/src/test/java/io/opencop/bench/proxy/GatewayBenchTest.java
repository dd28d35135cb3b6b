package io.opencop.bench.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.bench.support.BenchRun;
import org.junit.jupiter.api.Test;

/** Real proxies, briefly: that it measures, not how fast they are. */
class GatewayBenchTest {
  @Test
  void itGivesTheFiguresThatProgramsRelyOn() throws Exception {
    BenchRun run = BenchRun.of("gateway", "-o", "json", "--rounds", "1", "--seconds", "0.3");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode figures = new ObjectMapper().readTree(run.lastLine());
    assertThat(figures.get("requests_per_s").asDouble()).isPositive();
    assertThat(figures.get("cpu_us_per_request").asDouble()).isPositive();
    assertThat(figures.get("added_p50_ms").isNumber()).isTrue();
    assertThat(figures.get("added_p99_ms").isNumber()).isTrue();
    peer(run, figures.get("nginx_cpu_us_per_request"), "nginx");
    peer(run, figures.get("haproxy_cpu_us_per_request"), "haproxy");
  }

  private static void peer(BenchRun run, JsonNode figure, String name) {
    if (figure.isNull()) {
      assertThat(run.err()).contains("apt install " + name);
    } else {
      assertThat(figure.asDouble()).isPositive();
    }
  }
}
