package io.opencop.sessions.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executable jars with our one dependency, as users build them. */
class SpringBootPackagedTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @TempDir static Path folder;

  private static LocalGrid grid;
  private static Path sessions;

  @BeforeAll
  static void start() throws IOException {
    grid =
        new LocalGrid(
            new LocalGridSettings(
                folder.resolve("grid"),
                1,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")));
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          grid.ensure();
          return grid.members().get(0).state() == Member.State.READY;
        });
    GridAccess access = grid.access();
    sessions =
        Files.writeString(
            folder.resolve("sessions.properties"),
            "servers=%s\nuser=%s\npassword=%s\ncache=%s\napp=boot\nunreachable=wait\n"
                .formatted(access.servers(), access.user(), access.password(), access.cache()));
  }

  @AfterAll
  static void stop() {
    grid.members().forEach(m -> grid.process(m.name()).ifPresent(ProcessHandle::destroyForcibly));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boot3", "boot4"})
  void whoLoggedInStaysLoggedInWhenTheInstanceDies(String boot) throws Exception {
    Path jar = Path.of(boot, "target", "app.jar").toAbsolutePath();
    try (BootApp a = new BootApp(folder.resolve(boot + "-a"), jar, sessions);
        BootApp b = new BootApp(folder.resolve(boot + "-b"), jar, sessions)) {
      a.ready();
      b.ready();
      Browser browser = new Browser();
      // Every step on another instance: the page asked for, the form, the log-in, the page.
      assertThat(browser.get(a, "/cart?add=tea").statusCode()).isEqualTo(302);
      Matcher csrf = CSRF.matcher(browser.get(b, "/login").body());
      assertThat(csrf.find()).isTrue();
      String before = browser.cookie();
      HttpResponse<String> in =
          browser.post(a, "/login", "username=kim&password=secret&_csrf=" + csrf.group(1));
      assertThat(in.statusCode()).as(a.log()).isEqualTo(302);
      assertThat(in.headers().firstValue("Location").orElse("")).contains("/cart?add=tea");
      assertThat(browser.cookie()).isNotEqualTo(before);
      assertThat(browser.get(b, "/cart?add=tea").body()).as(b.log()).isEqualTo("kim [tea]");
      assertThat(browser.get(a, "/cart?add=rice").body()).isEqualTo("kim [tea, rice]");
      a.kill();
      assertThat(browser.get(b, "/cart?add=salt").body()).isEqualTo("kim [tea, rice, salt]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boot3"})
  void withoutThePlatformNothingIsChanged(String boot) throws Exception {
    Path jar = Path.of(boot, "target", "app.jar").toAbsolutePath();
    try (BootApp alone = new BootApp(folder.resolve(boot + "-alone"), jar, null)) {
      alone.ready();
      assertThat(new Browser().get(alone, "/cart").statusCode()).isEqualTo(302);
      assertThat(alone.log()).doesNotContain("COP-34").doesNotContain("shaded");
    }
  }

  @Test
  void theOneJarBringsOnlyNamesOfOurs() throws IOException {
    Path repository = Path.of("..", "spring-boot", "target", "repository");
    Path folder = repository.resolve("io/opencop/opencop-sessions-spring-boot/0.1.0-SNAPSHOT");
    Path jar = one(folder, ".jar");
    try (JarFile opened = new JarFile(jar.toFile())) {
      List<String> names = opened.stream().map(e -> e.getName()).toList();
      assertThat(names.stream().filter(n -> n.endsWith(".class")))
          .isNotEmpty()
          .allMatch(n -> n.startsWith("io/opencop/sessions/"));
      assertThat(names.stream().filter(n -> n.startsWith("META-INF/services/")))
          .contains("META-INF/services/javax.security.sasl.SaslClientFactory")
          .noneMatch(n -> n.contains("infinispan") && !n.contains("shaded"));
      assertThat(names)
          .contains("META-INF/opencop-third-party.tsv")
          .anyMatch(n -> n.startsWith("META-INF/LICENSE"))
          .noneMatch(n -> n.startsWith("META-INF/maven/"));
      String services =
          new String(
              opened
                  .getInputStream(
                      opened.getEntry("META-INF/services/javax.security.sasl.SaslClientFactory"))
                  .readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(services.lines().filter(l -> !l.isBlank() && !l.startsWith("#")))
          .allMatch(l -> l.startsWith("io.opencop.sessions.shaded."));
    }
    assertThat(Files.readString(one(folder, ".pom")))
        .contains("<version>0.1.0-SNAPSHOT</version>")
        .doesNotContain("<dependenc");
    // What Maven asks to know that there is a newer one.
    String value =
        jar.getFileName().toString().replaceAll("^opencop-sessions-spring-boot-|.jar$", "");
    assertThat(Files.readString(folder.resolve("maven-metadata.xml")))
        .contains("<extension>jar</extension><value>" + value + "</value>");
  }

  private static Path one(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).reduce((a, b) -> null).orElseThrow();
    }
  }
}
