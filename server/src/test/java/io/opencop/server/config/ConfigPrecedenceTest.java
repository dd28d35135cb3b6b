package io.opencop.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrecedenceTest {
  @TempDir Path folder;

  @Test
  void defaultsAreWholeAndLoopback() {
    LoadedConfig loaded = ConfigLoader.load(ConfigSources.of());
    assertThat(loaded.config().web().host()).isEqualTo("127.0.0.1");
    assertThat(loaded.config().web().port()).isEqualTo(new Port(4900));
    assertThat(loaded.config().otlp().maxRequest()).isEqualTo(new ByteSize(64 << 20));
    assertThat(loaded.settings()).allMatch(s -> s.origin() instanceof Origin.Default);
  }

  @Test
  void flagsBeatEnvironmentBeatsFileBeatsDefault() throws Exception {
    Path file = folder.resolve("opencop.yaml");
    Files.writeString(
        file,
        """
        # all four levels
        otlp:
          grpc-port: 1001
          http-port: 1002
          max-request: 32MiB
        retention.traces-age: 3d
        """);
    LoadedConfig loaded =
        ConfigLoader.load(
            new ConfigSources(
                Optional.of(file),
                Map.of("COP_OTLP_GRPC_PORT", "2001", "COP_OTLP_HTTP_PORT", "2002", "PATH", "/bin"),
                List.of("otlp.grpc-port=3000", "otlp.grpc-port=3001"),
                folder));
    OtlpConfig otlp = loaded.config().otlp();
    assertThat(otlp.grpcPort().number()).isEqualTo(3001);
    assertThat(otlp.httpPort().number()).isEqualTo(2002);
    assertThat(otlp.maxRequest()).isEqualTo(new ByteSize(32 << 20));
    assertThat(loaded.config().retention().tracesAge()).isEqualTo(Duration.ofDays(3));
    assertThat(loaded.config().data().dir()).isEqualTo(folder.resolve(".opencop/data"));
    assertThat(origin(loaded, "otlp.grpc-port")).isEqualTo("--set otlp.grpc-port");
    assertThat(origin(loaded, "otlp.http-port")).isEqualTo("$COP_OTLP_HTTP_PORT");
    assertThat(origin(loaded, "otlp.max-request")).isEqualTo(file + ":5");
    assertThat(origin(loaded, "retention.traces-age")).isEqualTo(file + ":6");
    assertThat(origin(loaded, "web.port")).isEqualTo("default");
  }

  @Test
  void copHomeMovesTheDefaultDataFolderOnly() {
    Map<String, String> environment = Map.of("COP_HOME", "/srv/cop");
    assertThat(dataDir(environment, List.of())).isEqualTo(Path.of("/srv/cop/data"));
    assertThat(dataDir(environment, List.of("data.dir=~/.opencop/data")))
        .isEqualTo(folder.resolve(".opencop/data"));
  }

  private Path dataDir(Map<String, String> environment, List<String> flags) {
    return ConfigLoader.load(new ConfigSources(Optional.empty(), environment, flags, folder))
        .config()
        .data()
        .dir();
  }

  @Test
  void secretsAreMaskedWhereTheyAreShown() {
    LoadedConfig loaded =
        ConfigLoader.load(
            ConfigSources.of(
                "otlp.tokens=aaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbb",
                "auth.tokens=viewer:grafana:cccccccccccccccccccc"));
    assertThat(loaded.config().otlp().tokens()).hasSize(2);
    assertThat(loaded.config().auth().tokens().get(0).token().reveal()).startsWith("cccc");
    assertThat(loaded.toString())
        .doesNotContain("aaaa")
        .doesNotContain("bbbb")
        .doesNotContain("cccc");
    assertThat(
            loaded.settings().stream()
                .filter(s -> s.key().name().equals("auth.tokens"))
                .map(LoadedConfig.Shown::value))
        .containsExactly("viewer:grafana:******");
  }

  private static String origin(LoadedConfig loaded, String key) {
    return loaded.settings().stream()
        .filter(s -> s.key().name().equals(key))
        .findFirst()
        .orElseThrow()
        .origin()
        .toString();
  }
}
