package io.opencop.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of settings in docs/ is the one in the code. After changing a setting: {@code mvn
 * -Dquick -pl server -am test -Dtest=ConfigurationDocTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dopencop.write-docs=true}.
 */
class ConfigurationDocTest {
  private static final String BEGIN = "<!-- settings:begin -->\n";
  private static final String END = "<!-- settings:end -->\n";

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theDocumentListsEverySettingAsItIs(Lang lang) throws IOException {
    Path file = Path.of("..", "docs", lang == Lang.KO ? "configuration.ko.md" : "configuration.md");
    String text = Files.readString(file);
    String expected =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table(lang)
            + text.substring(text.indexOf(END));
    if (Boolean.getBoolean("opencop.write-docs")) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  private static String table(Lang lang) {
    StringBuilder out = new StringBuilder();
    String section = "";
    for (Key key : Key.all()) {
      String of = key.name().substring(0, key.name().indexOf('.'));
      if (!of.equals(section)) {
        section = of;
        out.append("\n### ").append(of).append("\n\n");
        out.append(
            lang == Lang.KO
                ? "| 설정 | 기본값 | 뜻 |\n|---|---|---|\n"
                : "| Setting | Default | Meaning |\n|---|---|---|\n");
      }
      out.append("| `").append(key.name()).append("` | ");
      String value = key.setting().value();
      out.append(value.isEmpty() ? "–" : "`" + value + "`").append(" | ");
      out.append(lang == Lang.KO ? key.setting().ko() : key.setting().en()).append(" |\n");
    }
    return out.append('\n').toString();
  }
}
