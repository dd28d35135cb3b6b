package io.opencop.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house has floors (docs/architecture.md). This test is the stairs: one may only go down. */
class LayersTest {
  private static JavaClasses classes;

  /** Who may not know whom, and why. Modules that do not exist yet are in the list already. */
  record Rule(List<String> from, List<String> to, String why) {}

  private static final List<String> FLOOR_2 =
      List.of("telemetry", "sessions", "runtime", "delivery");
  private static final List<String> FLOOR_3 = List.of("vibeops", "apm", "advisor");
  private static final List<String> FLOOR_4 = List.of("server", "cli");

  private static Stream<Rule> rules() {
    return Stream.of(
        new Rule(
            List.of("model"),
            concat(Stream.of(FLOOR_2, FLOOR_3, FLOOR_4, List.of("bench"))),
            "model is the words everyone shares; a word that knows its speaker cannot be shared"),
        new Rule(
            FLOOR_2,
            concat(Stream.of(FLOOR_3, FLOOR_4, List.of("bench"))),
            "telemetry, sessions, runtime and delivery must run and be tested without what is"
                + " built on them, and a second server or engine must be able to use them"),
        new Rule(
            FLOOR_3,
            concat(Stream.of(FLOOR_4, List.of("bench"))),
            "apm, vibeops and advisor compute answers; how answers travel (HTTP, terminal) is"
                + " decided above them"),
        new Rule(
            List.of("telemetry"),
            List.of("sessions", "runtime", "delivery"),
            "telemetry is what everything else reports to; if it knew the reporters, none could"
                + " be left out"),
        new Rule(
            List.of("sessions"),
            List.of("telemetry", "runtime", "delivery"),
            "sessions must survive the platform, so they depend on as little of it as possible"),
        new Rule(
            List.of("runtime"),
            List.of("delivery"),
            "delivery asks the runtime to run releases, never the other way round"),
        new Rule(
            List.of("apm", "advisor"),
            List.of("vibeops"),
            "detection lives in vibeops, once; apm and advisor are views that it reads"),
        new Rule(
            List.of("server"),
            List.of("cli", "bench"),
            "the server is used by commands and benchmarks and must start without either"));
  }

  private static List<String> concat(Stream<List<String>> lists) {
    return lists.flatMap(List::stream).toList();
  }

  @BeforeAll
  static void readEveryModule() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.opencop");
    assertThat(classes.stream().map(c -> module(c.getPackageName())))
        .contains("model", "telemetry", "server", "cli");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void oneMayOnlyGoDown(Rule rule) {
    ArchRule noWayUp =
        noClasses()
            .that()
            .resideInAnyPackage(packages(rule.from()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(rule.to()))
            .because(rule.why())
            .allowEmptyShould(true);
    noWayUp.check(classes);
  }

  @Test
  void theCommandLineAsksTheServerOverHttpOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("io.opencop.cli.client..", "io.opencop.cli.output..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.opencop.telemetry..")
        .because("cop is a thin client of the HTTP API: what it can do, everybody can do")
        .check(classes);
  }

  @Test
  void modulesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.opencop.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle of modules is one module with two names")
        .check(classes);
  }

  private static String module(String packageName) {
    return packageName.replaceAll("^io\\.opencop\\.([a-z]+).*", "$1");
  }

  private static String[] packages(List<String> modules) {
    return modules.stream().map(m -> "io.opencop." + m + "..").toArray(String[]::new);
  }
}
