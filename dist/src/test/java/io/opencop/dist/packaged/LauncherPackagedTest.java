package io.opencop.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.dist.packaged.Packaged.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it is packed, in a folder that is no source tree. */
class LauncherPackagedTest {
  @TempDir static Path parent;
  private static Packaged packaged;

  @BeforeAll
  static void unpack() throws Exception {
    packaged = new Packaged(parent, true);
    Said first = packaged.run("version");
    assertThat(first.out()).containsPattern("^OpenCOP [0-9]+\\.[0-9]+\\.[0-9]+");
    assertThat(first.err()).contains("Learning to start faster");
    assertThat(first.code()).isZero();
  }

  @Test
  void theCacheIsTrainedOnce() throws Exception {
    assertThat(Files.size(cache())).as(log()).isGreaterThan(1_000_000);
    assertThat(packaged.run("version").err()).isEmpty();
  }

  @Test
  void aCacheThatCannotBeUsedFailsNothing() throws Exception {
    byte[] good = Files.readAllBytes(cache());
    try {
      Files.writeString(cache(), "not a cache");
      Said said = packaged.run("version");
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).startsWith("OpenCOP ");
    } finally {
      Files.write(cache(), good);
    }
  }

  @Test
  void itIsFoundThroughALinkAndSpeaksTheTerminalsLanguage() throws Exception {
    Path bin = Files.createDirectories(parent.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("cop"), packaged.folder.resolve("cop"));
    Said said = packaged.run(link, Map.of("LANG", "ko_KR.UTF-8"), "config", "--set", "web.prot=1");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("혹시 web.port입니까");
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    Path tree = Files.createDirectories(parent.resolve("tree"));
    Files.writeString(tree.resolve("pom.xml"), "<project/>");
    // No machine has Java 99, so every place is looked at and none will do.
    Path launcher =
        Files.writeString(
            tree.resolve("cop"),
            Packaged.read(packaged.folder.resolve("cop"))
                .replace("LEAST_JAVA=25", "LEAST_JAVA=99"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Said english = packaged.run(launcher, Map.of("JAVA_HOME", "/nowhere"), "version");
    assertThat(english.code()).isEqualTo(1);
    assertThat(english.err())
        .contains("OpenCOP needs JDK 99 or later", "apt install", "brew install", "JAVA_HOME=");
    Said korean = packaged.run(launcher, Map.of("LANG", "ko_KR.UTF-8"), "version");
    assertThat(korean.err()).contains("JDK 99 이상이 필요한데 찾지 못했습니다");
  }

  private static Path cache() throws IOException {
    try (Stream<Path> files = Files.walk(parent.resolve("cache"))) {
      return files.filter(f -> f.endsWith("opencop.aot")).findFirst().orElseThrow();
    }
  }

  private static String log() throws IOException {
    return Packaged.read(cache().resolveSibling("train.log"));
  }
}
