package io.opencop.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.server.support.Platform;
import io.opencop.telemetry.query.Condition;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad question gets a 400 that names the field and what was expected. */
class BadQuestionsTest {
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/services?points=1, points, a number from 2 to 500",
    "/api/v1/services?points=many, points, a value of type integer",
    "/api/v1/services?pionts=3, pionts, no such field; did you mean points?",
    "/api/v1/services?points=3&points=4, points, one value only",
    "/api/v1/services?from=yesterday, from, 'a time such as now, now-15m or 2026-01-31T09:00:00Z'",
    "/api/v1/services?from=2026-02-31T00:00:00Z, from, a date that exists",
    "/api/v1/services/cart?step=5x, step, 'text of the form ^[0-9]{1,6}(s|m|h|d)$'",
    "/api/v1/traces?kind=any, kind, 'one of internal, server, client, producer, consumer'",
    "/api/v1/traces?min_duration_ms=-1, min_duration_ms, a number of 0 or more",
    "/api/v1/traces?attr=n%3E%3Dmany, attr, a number after >= or <=",
    "/api/v1/traces/xyz, trace_id, 'text of the form ^[0-9a-fA-F]{32}$'",
    "/api/v1/metrics/query, name, a value (it is required)",
    "/api/v1/metrics/query?name=a&op=quantile, q, a number from 0 to 1 (quantile needs it)",
    "/api/v1/logs?limit=0, limit, a number from 1 to 1000",
  })
  void theFieldAndWhatWasExpected(String path, String field, String expected) throws Exception {
    HttpResponse<String> answer = platform.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo("COP-1203");
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/expected").asText()).isEqualTo(expected);
  }

  @Test
  void everythingWrongWithABodyIsSaidAtOnceInTheAskedLanguage() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.web("/api/v1/changes"))
            .header("authorization", "Bearer " + Platform.OPERATOR)
            .header("content-type", "application/json")
            .header("accept-language", "ko-KR, en;q=0.5")
            .POST(BodyPublishers.ofString("{\"kind\":\"magic\",\"sumary\":\"x\",\"time\":5}"));
    HttpResponse<String> answer = platform.send(request);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("title").asText()).startsWith("요청이 올바르지 않습니다");
    List<String> fields = new ArrayList<>();
    problem.path("errors").forEach(e -> fields.add(e.path("field").asText()));
    assertThat(fields).containsExactlyInAnyOrder("summary", "kind", "sumary", "time");
    assertThat(answer.body()).contains("혹시 summary입니까?");
    assertThat(platform.store.changes).isEmpty();
  }

  @Test
  void aBodyThatIsNoJsonOrTooLarge() {
    assertThat(sql("{\"query\":").statusCode()).isEqualTo(400);
    assertThat(sql("{} {}").statusCode()).isEqualTo(400);
    assertThat(sql("{\"query\":\"" + "x".repeat(9 << 20) + "\"}").statusCode()).isEqualTo(413);
    HttpResponse<String> wrong = sql("{\"query\":\"nonsense\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("COP-1216", "syntax error at nonsense");
  }

  @Test
  void whatIsGoodReachesTheStoreAsItWasMeant() {
    platform.get(
        "/api/v1/traces?from=now-2h&to=now-1h&attr=a%3Db%3Dc&attr=n%3C%3D5&attr=x&attr=u!%3Dv"
            + "&attr=url~%3D/api&order=slowest&limit=7");
    var query = platform.store.lastTraceQuery;
    assertThat(query.range().length()).isEqualTo(Duration.ofHours(1));
    assertThat(query.limit()).isEqualTo(7);
    assertThat(query.attributes())
        .containsExactly(
            new Condition("a", Condition.Op.EQ, "b=c"),
            new Condition("n", Condition.Op.LE, "5"),
            new Condition("x", Condition.Op.EXISTS, null),
            new Condition("u", Condition.Op.NE, "v"),
            new Condition("url", Condition.Op.CONTAINS, "/api"));
    platform.get(
        "/api/v1/logs?severity=warn&text=a%20b+c&trace_id=0AF7651916CD43DD8448EB211C80319C");
    var logs = platform.store.lastLogQuery;
    assertThat(logs.filter().minSeverity()).isEqualTo(13);
    assertThat(logs.filter().text()).isEqualTo("a b c");
    assertThat(logs.filter().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(logs.range().length()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void whatWasNotSeenIsA404() {
    assertThat(platform.get("/api/v1/services/nobody").statusCode()).isEqualTo(404);
    assertThat(platform.get("/api/v1/traces/" + "1".repeat(32)).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> sql(String body) {
    return platform.send(
        HttpRequest.newBuilder(platform.web("/api/v1/sql"))
            .header("authorization", "Bearer " + Platform.VIEWER)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
