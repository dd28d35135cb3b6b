package io.opencop.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.bench.support.BenchRun;
import org.junit.jupiter.api.Test;

class CrashTest {
  @Test
  void nothingAcknowledgedIsLostOrDoubled() throws Exception {
    BenchRun run = BenchRun.of("crash", "-o", "json", "--rounds", "2", "--most-ms", "500");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.lastLine());
    assertThat(json.get("rounds").asInt()).isEqualTo(2);
    assertThat(json.get("acknowledged").asLong()).isPositive();
    assertThat(json.get("lost").asLong()).isZero();
    assertThat(json.get("duplicated").asLong()).isZero();
    assertThat(json.get("rollup_mismatches").asLong()).isZero();
  }
}
