package io.opencop.runtime.manifest;

import io.opencop.model.app.Health;
import io.opencop.model.app.Probe;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How it is seen that an instance is well. */
final class HealthReader {
  private static final List<String> CHECKS = List.of("http", "tcp", "log");

  private HealthReader() {}

  static Health read(Part health, List<Notice> problems) {
    return new Health(
        probe(health.part("readiness"), problems),
        health.has("liveness") ? probe(health.part("liveness"), problems) : null,
        health.value("startup", Duration.class).orElse(Duration.ofMinutes(2)));
  }

  private static Probe probe(Part probe, List<Notice> problems) {
    return new Probe(
        check(probe, problems),
        probe.value("period", Duration.class).orElse(Duration.ofSeconds(5)),
        probe.value("timeout", Duration.class).orElse(Duration.ofSeconds(2)),
        probe.whole("failures", 3),
        probe.whole("successes", 1));
  }

  private static Probe.Check check(Part probe, List<Notice> problems) {
    long given = CHECKS.stream().filter(probe::has).count();
    if (given > 1) {
      problems.add(
          ManifestMessage.ONE_OF.with(
              "place", probe.place(),
              "field", probe.place().path(),
              "choices", String.join(", ", CHECKS),
              "count", given));
    }
    if (probe.has("http")) {
      return new Probe.Check.Http(probe.text("http", "/"));
    }
    if (probe.has("log")) {
      return new Probe.Check.LogLine(pattern(probe, problems));
    }
    return probe.yes("tcp") ? new Probe.Check.Tcp() : new Probe.Check.Guess();
  }

  private static String pattern(Part probe, List<Notice> problems) {
    String pattern = probe.text("log", "");
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      problems.add(
          ManifestMessage.BAD_VALUE.with(
              "place",
              probe.place("log"),
              "field",
              probe.place("log").path(),
              "value",
              pattern,
              "expected",
              new Text(
                  "a regular expression (" + e.getDescription() + ")",
                  "정규식 (" + e.getDescription() + ")")));
    }
    return pattern;
  }
}
