package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.cli.asking.RealPlatform.Said;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every asking command against the real server. */
class AskingTest {
  @TempDir static Path home;
  private static RealPlatform platform;

  @BeforeAll
  static void start() throws Exception {
    platform = new RealPlatform(home);
    platform.receive();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void listsAreTablesNamesOrTheAnswerItself() throws Exception {
    Said table = platform.run(Lang.EN, "get", "services");
    assertThat(table.out()).contains("SERVICE").containsPattern("warm-up +[0-9.]+/s +0 %");
    assertThat(table.code()).isZero();
    assertThat(platform.run(Lang.KO, "get", "svc").out()).contains("초당 요청").contains("warm-up");
    assertThat(platform.run(Lang.EN, "get", "services", "-o", "name").out())
        .isEqualToIgnoringNewLines("service/warm-up");
    JsonNode json =
        new ObjectMapper().readTree(platform.run(Lang.EN, "get", "services", "-o", "json").out());
    assertThat(json.at("/services/0/service").asText()).isEqualTo("warm-up");
    assertThat(platform.run(Lang.EN, "get", "services", "-o", "yaml").out())
        .contains("service: \"warm-up\"");
    assertThat(platform.run(Lang.EN, "get", "services", "-o", "wide").err()).startsWith("read ");
  }

  @Test
  void tracesLogsMetricsOperationsAndPatternsAreFound() throws Exception {
    assertThat(platform.run(Lang.EN, "get", "traces", "--attr", "http.route=/warm-up").out())
        .contains("0102030405060708090a0b0c0d0e0f10")
        .contains("warm-up: GET /warm-up");
    assertThat(platform.run(Lang.EN, "get", "operations").out()).contains("GET /warm-up");
    assertThat(platform.run(Lang.EN, "get", "metrics", "warm").out()).contains("warm.up");
    assertThat(platform.run(Lang.EN, "query", "warm.up", "--op", "last").out()).contains("1");
    assertThat(platform.run(Lang.EN, "patterns").out()).contains("warmed up in");
    assertThat(platform.run(Lang.EN, "logs", "warm-up", "--text", "warmed").out())
        .contains("INFO  warm-up  warmed up in 12 ms");
    assertThat(platform.run(Lang.EN, "describe", "service", "warm-up").out())
        .contains("Operations")
        .contains("GET /warm-up");
    assertThat(platform.run(Lang.KO, "describe", "trace", "0102030405060708090a0b0c0d0e0f10").out())
        .contains("스팬 1개")
        .contains("━");
    assertThat(platform.run(Lang.EN, "describe", "trace", "0102030405060708090a0b0c0d0e0f10").out())
        .contains("1 span\n");
  }

  @Test
  void aChangeIsStoredAndListed() throws Exception {
    Path diff = Files.writeString(home.resolve("x.diff"), "-a\n+b\n");
    Said stored =
        platform.run(
            Lang.EN,
            "change",
            "deploy",
            "order 1.5.0 무중단",
            "-s",
            "order",
            "--version",
            "1.5.0",
            "--id",
            "abc",
            "--diff",
            diff.toString());
    assertThat(stored.code()).as(stored.err()).isZero();
    assertThat(stored.err())
        .contains("Platform: " + platform.url() + " (" + home.resolve("data") + ")");
    assertThat(platform.run(Lang.EN, "get", "changes").out())
        .contains("deploy")
        .contains("order 1.5.0 무중단");
  }

  @Test
  void healthSaysWhatWasReceived() throws Exception {
    Said health = platform.run(Lang.EN, "health");
    assertThat(health.out())
        .startsWith("ok")
        .containsPattern("spans +1 ")
        .containsPattern("queue +[0-9.]+ [KM]?i?B of 320 MiB")
        .containsPattern("questions +[0-9,]+ asked")
        .contains("KEPT FOR", "7 d", "heap ");
    assertThat(health.out()).doesNotContain("malformed 0", "overloaded 0");
    assertThat(health.code()).isZero();
  }

  @Test
  void aQueryThatCannotRunSaysWhyOnce() {
    Said column = platform.run(Lang.EN, "sql", "select nope from spans");
    assertThat(column.code()).isEqualTo(1);
    assertThat(column.err())
        .contains("cannot be run: Referenced column \"nope\"", "COP-1216", "400")
        .doesNotContain("Binder", "query: ", "The platform says");
    assertThat(platform.run(Lang.KO, "sql", "selec 1").err())
        .contains("쿼리를 실행할 수 없습니다")
        .contains("selec");
  }

  @Test
  void aBadQuestionNamesTheFieldAndExitsNonZero() throws Exception {
    Said said = platform.run(Lang.EN, "get", "traces", "--status", "broken");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("400").contains("status").contains("COP-");
    assertThat(said.out()).isEmpty();
    assertThat(platform.run(Lang.EN, "get", "services", "--from", "yesterday").err())
        .contains("from");
    assertThat(platform.run(Lang.EN, "get", "trases").code()).isEqualTo(2);
    assertThat(platform.run(Lang.EN, "get", "trases").err()).contains("Did you mean trace");
  }

  @Test
  void nothingFoundTeachesTheNextStep() throws Exception {
    Said said = platform.run(Lang.KO, "get", "traces", "-s", "nobody");
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("찾은 것이 없습니다").contains("--from 6h");
    Said logs = platform.run(Lang.EN, "logs", "nosuch");
    assertThat(logs.out()).isEmpty();
    assertThat(logs.err()).contains("COP-2006", "cop get services");
    assertThat(logs.code()).isZero();
    Said query = platform.run(Lang.KO, "query", "nosuch.metric");
    assertThat(query.out()).isEmpty();
    assertThat(query.err()).contains("COP-2006", "cop get metrics");
    assertThat(query.code()).isZero();
    Said json = platform.run(Lang.EN, "logs", "nosuch", "-o", "json");
    assertThat(json.out()).startsWith("{");
    assertThat(json.err()).isEmpty();
  }

  @Test
  void withoutATokenOrAPlatformTheNextStepIsSaid() {
    TestTerminal wrong =
        new TestTerminal(home).with("COP_URL", platform.url()).with("COP_TOKEN", "wrong-token");
    assertThat(Cop.run(wrong.in(Lang.EN), "get", "services")).isEqualTo(1);
    assertThat(wrong.err()).contains("COP-2010", "not accept", "COP_TOKEN");
    TestTerminal none = new TestTerminal(home.resolve("nobody"));
    assertThat(Cop.run(none.in(Lang.EN), "get", "services")).isEqualTo(1);
    assertThat(none.err()).contains("COP-2014").contains("COP_TOKEN");
    TestTerminal nowhere =
        new TestTerminal(home).with("COP_URL", "http://127.0.0.1:1").with("COP_TOKEN", "x");
    assertThat(Cop.run(nowhere.in(Lang.KO), "get", "services")).isEqualTo(1);
    assertThat(nowhere.err()).contains("COP-2002").contains("cop up");
  }
}
