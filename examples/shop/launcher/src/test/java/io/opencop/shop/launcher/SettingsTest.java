package io.opencop.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path HOME = Path.of("/shop");

  @Test
  void anOptionWinsOverTheEnvironmentAndThatOverTheDefault() {
    Map<String, String> env = Map.of("SHOP_RATE", "20", "COP_API_URL", "http://127.0.0.1:8080");
    Settings settings = Settings.of(List.of("--rate=30"), env, HOME);

    assertThat(settings.rate()).isEqualTo(30);
    assertThat(settings.api()).hasToString("Optional[http://127.0.0.1:8080]");
    assertThat(settings.otlpProtocol()).isEqualTo("grpc");
    assertThat(settings.work()).isEqualTo(HOME.resolve("work"));
  }

  @Test
  void thePortTellsTheProtocol() {
    List<String> args = List.of("--otlp", "http://127.0.0.1:4318");
    assertThat(Settings.of(args, Map.of(), HOME).otlpProtocol()).isEqualTo("http/protobuf");
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    List<String> args = List.of("--rate", "fast", "--otlp", "nowhere", "--colour", "red");
    assertThatThrownBy(() -> Settings.of(args, Map.of(), HOME))
        .hasMessageContaining("--rate is fast, expected a number")
        .hasMessageContaining("--otlp is nowhere, expected http")
        .hasMessageContaining("unknown option --colour");
  }
}
