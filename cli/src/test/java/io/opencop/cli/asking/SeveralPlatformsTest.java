package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which platform a command talks to where one user runs more than one. */
class SeveralPlatformsTest {
  @TempDir Path home;

  @Test
  void aPlainCommandAsksWhichAndTalksToTheOnlyOneAgainWhenTheOtherEnds() throws Exception {
    try (RealPlatform demo = new RealPlatform(home, home.resolve("demo"))) {
      try (RealPlatform second = new RealPlatform(home, home.resolve("second"))) {
        TestTerminal plain = new TestTerminal(home);
        assertThat(Cop.run(plain.in(Lang.EN), "get", "services")).isEqualTo(1);
        assertThat(plain.err())
            .contains("COP-2013", "2 platforms", "--url http://127.0.0.1:")
            .contains(demo.url() + " (" + home.resolve("demo"))
            .contains(second.url() + " (" + home.resolve("second"));
        TestTerminal korean = new TestTerminal(home);
        assertThat(Cop.run(korean.in(Lang.KO), "seal")).isEqualTo(1);
        assertThat(korean.err()).contains("2개 실행 중").contains(demo.url());

        // Each URL is answered by its own platform, with its own token.
        assertThat(linkOf(demo.url())).startsWith(demo.url() + "/?code=");
        assertThat(linkOf(second.url())).startsWith(second.url() + "/?code=");
        assertThat(linkOf(second.url().replace("127.0.0.1", "localhost") + "/"))
            .startsWith(second.url() + "/?code=");
        allAreListed(demo, second);
      }
      TestTerminal plain = new TestTerminal(home);
      assertThat(Cop.run(plain.in(Lang.EN), "link")).as(plain.err()).isZero();
      assertThat(plain.out()).startsWith(demo.url() + "/?code=");
    }
    try (Stream<Path> left = Files.list(home.resolve(".opencop/running"))) {
      assertThat(left).isEmpty();
    }
    TestTerminal none = new TestTerminal(home);
    assertThat(Cop.run(none.in(Lang.EN), "get", "services")).isEqualTo(1);
    assertThat(none.err()).contains("COP-2014", "cop up");
  }

  private void allAreListed(RealPlatform demo, RealPlatform second) throws Exception {
    TestTerminal health = new TestTerminal(home);
    assertThat(Cop.run(health.in(Lang.EN), "health")).as(health.err()).isZero();
    assertThat(health.out())
        .containsPattern(demo.url() + " +ok")
        .containsPattern(second.url() + " +ok");
    assertThat(health.err()).contains("cop health --url ");
    TestTerminal json = new TestTerminal(home);
    assertThat(Cop.run(json.in(Lang.EN), "health", "-o", "json")).isZero();
    JsonNode platforms = new ObjectMapper().readTree(json.out()).path("platforms");
    assertThat(platforms).hasSize(2);
    TestTerminal one = new TestTerminal(home);
    assertThat(Cop.run(one.in(Lang.EN), "health", "--url", demo.url())).isZero();
    assertThat(one.out()).startsWith("ok").contains("RECEIVED");
    TestTerminal doctor = new TestTerminal(home);
    Cop.run(doctor.in(Lang.KO), "doctor");
    assertThat(doctor.out())
        .contains("실행 중: " + demo.url())
        .contains("실행 중: " + second.url(), home.resolve("second").toString());
  }

  private String linkOf(String url) {
    TestTerminal terminal = new TestTerminal(home);
    assertThat(Cop.run(terminal.in(Lang.EN), "link", "--url", url)).as(terminal.err()).isZero();
    return terminal.out();
  }
}
