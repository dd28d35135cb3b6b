package io.opencop.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.bench.support.BenchRun;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {
  @ParameterizedTest
  @ValueSource(strings = {"http", "grpc"})
  void everythingSentIsStoredAndTheFiguresAreNamedAsPromised(String protocol) throws Exception {
    BenchRun run =
        BenchRun.of(
            "ingest",
            "-o",
            "json",
            "--protocol",
            protocol,
            "--only",
            "traces,logs,shop,kilobytes,metrics",
            "--spans",
            "20000",
            "--logs",
            "40000",
            "--kilobytes",
            "5000",
            "--points",
            "20000",
            "--warm-up",
            "10000");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.lastLine());
    assertThat(StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false))
        .containsExactlyInAnyOrder(
            "spans_per_cpu_s",
            "bytes_per_span",
            "logs_short_per_cpu_s",
            "log_ratio",
            "logs_1k_per_cpu_s",
            "points_per_cpu_s",
            "bytes_per_sample");
    json.forEach(figure -> assertThat(figure.asDouble()).isPositive());
  }

  @Test
  void compressedRequestsAreStoredToo() {
    BenchRun run =
        BenchRun.of("ingest", "--gzip", "--only", "traces", "--spans", "10000", "--warm-up", "0");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("sealed bytes per span").contains("bytes per span on the wire");
  }

  @Test
  void aServerThatCannotStartIsReportedWithItsLastWords() {
    BenchRun run = BenchRun.of("ingest", "--only", "traces", "--set", "no.such=1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("ended while starting").contains("no.such");
  }
}
