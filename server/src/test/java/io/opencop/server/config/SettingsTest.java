package io.opencop.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.message.Near;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void everySettingIsExplainedInBothLanguages() {
    assertThat(Key.all())
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> {
          assertThat(key.setting()).as(key.name()).isNotNull();
          assertThat(key.setting().en()).as(key.name()).endsWith(".");
          assertThat(key.setting().ko()).as(key.name()).containsPattern("[가-힣].*\\.$");
        })
        .extracting(Key::variable)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDefaultIsWrittenBackAsItStands() {
    LoadedConfig loaded = ConfigLoader.load(ConfigSources.of());
    assertThat(loaded.settings())
        .filteredOn(s -> !s.key().name().equals("data.dir"))
        .allSatisfy(
            s -> assertThat(s.value()).as(s.key().name()).isEqualTo(s.key().setting().value()));
  }

  @Test
  void unitsAreReadAndWritten() {
    assertThat(ByteSize.parse("3GiB").bytes()).isEqualTo(3L << 30);
    assertThat(ByteSize.parse("500kB")).isEqualTo(new ByteSize(500_000));
    assertThat(new ByteSize(64 << 20)).hasToString("64MiB");
    assertThatThrownBy(() -> ByteSize.parse("5 apples"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ByteSize.parse("999999999999999TiB"))
        .isInstanceOf(IllegalArgumentException.class);
    for (String text : List.of("250ms", "30s", "5m", "12h", "7d")) {
      assertThat(Durations.write(Durations.parse(text))).isEqualTo(text);
    }
    assertThat(Durations.parse("0s")).isEqualTo(Duration.ZERO);
  }

  @Test
  void nearWordsAreFound() {
    List<String> keys = Key.all().stream().map(Key::name).toList();
    assertThat(Near.of("otlp.grcp-port", keys)).contains("otlp.grpc-port");
    assertThat(Near.of("retention.trace-age", keys)).contains("retention.traces-age");
    assertThat(Near.of("completely.different.thing", keys)).isEmpty();
  }
}
