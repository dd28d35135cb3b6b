package io.opencop.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opencop.dist.packaged.Packaged.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the tour's README, typed as they stand there. */
class TourPackagedTest {
  private static final Path TOUR = Packaged.REPOSITORY.resolve("examples/tour");
  private static final Pattern PID = Pattern.compile("process (\\d+)");

  @TempDir static Path parent;
  private static Packaged packaged;
  private static Path reader;
  private static Process up;
  private static String gateway = "";

  @BeforeAll
  static void start() throws Exception {
    packaged = new Packaged(parent, false);
    reader = Files.createDirectory(parent.resolve("reader"));
    Files.createSymbolicLink(reader.resolve("cop"), packaged.folder.resolve("cop"));
    copy(TOUR, reader.resolve("examples/tour"));
    up =
        packaged.start(
            parent.resolve("out"),
            parent.resolve("err"),
            "up",
            "--port",
            "0",
            "--set",
            "otlp.grpc-port=0",
            "--set",
            "otlp.http-port=0",
            "--set",
            "gateway.listen=127.0.0.1:0");
    for (int i = 0; packaged.run("health").code() > 1 && i < 100; i++) {
      assertThat(up.isAlive()).as(Packaged.read(parent.resolve("err"))).isTrue();
      Thread.sleep(200);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (up != null) {
      up.destroy();
      if (!up.waitFor(90, TimeUnit.SECONDS)) {
        up.destroyForcibly();
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one :
          all.filter(p -> !p.toString().matches(".*/(target|node_modules)(/.*)?")).toList()) {
        Path at = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(at);
        } else {
          Files.copy(one, at);
        }
      }
    }
  }

  /** The first block of commands below a heading. Its last output is the answer. */
  private static String follow(String heading) throws Exception {
    String text = Packaged.read(TOUR.resolve("README.md"));
    String below = text.substring(text.indexOf("## " + heading));
    String block = below.split("```", -1)[1];
    String last = "";
    for (String line : block.strip().lines().toList()) {
      last = type(line);
    }
    return last;
  }

  private static String type(String line) throws Exception {
    String typed = line;
    if (line.contains(":8000")) {
      typed = line.replace(":8000", ":" + port());
    }
    Said said = packaged.shell(reader, typed);
    assertThat(said.code()).as(line + "\n" + said.out() + said.err()).isZero();
    return said.out();
  }

  private static String port() throws Exception {
    if (gateway.isEmpty()) {
      Matcher found =
          Pattern.compile("\"url\" : \"http://[^\"]*:(\\d+)").matcher(type("./cop health -o json"));
      assertThat(found.find()).isTrue();
      gateway = found.group(1);
    }
    return gateway;
  }

  private static boolean has(String... tools) {
    return List.of(tools).stream()
        .allMatch(t ->
            Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(p -> Files.isExecutable(Path.of(p, t))));
  }

  @Test
  void aWarKeepsItsSessionsThroughKill() throws Exception {
    assumeTrue(has("curl", "sh"));
    follow("A WAR");
    String browser = "curl -sS -b jar -c jar ";
    String url = "http://notes.localhost:8000/";
    String first = type(browser + "-d note=milk " + url);
    Matcher pid = PID.matcher(first);
    assertThat(pid.find()).as(first).isTrue();
    type("kill -9 " + pid.group(1));
    String second = type(browser + url);
    assertThat(second).contains("<li>milk</li>").doesNotContain("process " + pid.group(1));
    type("./cop rollout status app notes");
    assertThat(type("./cop describe app notes")).contains("2");
  }

  @Test
  void aSpringBootJarGreets() throws Exception {
    assumeTrue(has("curl", "mvn"));
    assertThat(follow("A Spring Boot JAR")).contains("Hello, Kim");
  }

  @Test
  void aStaticSiteGivesItsPageForEveryPath() throws Exception {
    assumeTrue(has("curl"));
    assertThat(follow("A static site")).contains("<h1>A static site</h1>");
    assertThat(type("curl -sS http://site.localhost:8000/assets/site.js")).contains("pathname");
  }

  @Test
  void aNodeProgramKeepsItsSessionsThroughKill() throws Exception {
    assumeTrue(has("curl", "node", "npm"));
    assumeTrue(fetched(), "npm's registry cannot be reached");
    String first = follow("A Node program");
    assertThat(first).contains("\"name\":\"Kim\",\"visits\":1");
    Matcher pid = Pattern.compile("\"process\":(\\d+)").matcher(first);
    assertThat(pid.find()).isTrue();
    type("kill -9 " + pid.group(1));
    assertThat(type("curl -sS -c cookies -b cookies http://clock.localhost:8000/"))
        .contains("\"name\":\"Kim\",\"visits\":2")
        .doesNotContain("\"process\":" + pid.group(1));
    String password = password();
    for (String shown : List.of("describe app clock", "logs clock", "get apps -o json")) {
      assertThat(type("./cop " + shown)).doesNotContain(password);
    }
  }

  /** With the settings of whoever runs the test; for the reader it is there already. */
  private static boolean fetched() throws Exception {
    Process npm =
        new ProcessBuilder("npm", "install", "--prefer-offline")
            .directory(reader.resolve("examples/tour/node").toFile())
            .redirectErrorStream(true)
            .redirectOutput(parent.resolve("npm").toFile())
            .start();
    boolean ended = npm.waitFor(3, TimeUnit.MINUTES);
    npm.destroyForcibly();
    return ended && npm.exitValue() == 0;
  }

  /** What clients of the grid know each other by. */
  private static String password() throws IOException {
    try (Stream<Path> files = Files.walk(packaged.home)) {
      Path member =
          files.filter(f -> f.endsWith("grid-1/member.properties")).findFirst().orElseThrow();
      Properties read = new Properties();
      try (var in = Files.newBufferedReader(member)) {
        read.load(in);
      }
      return read.getProperty("password");
    }
  }
}
