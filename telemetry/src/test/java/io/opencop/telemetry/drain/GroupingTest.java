package io.opencop.telemetry.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Lines as Spring Boot, PostgreSQL, nginx, Kafka, Java, Go and Korean services write them, labelled
 * by hand with the statement that wrote them.
 */
class GroupingTest {
  record Line(String service, String label, String text) {}

  /**
   * Grouping accuracy: the share of lines whose template holds exactly the lines of their label.
   */
  @Test
  void linesOfOneStatementGetOneTemplate() throws Exception {
    List<Line> lines = labelled();
    Drain drain = new Drain();
    List<Template> given = new ArrayList<>();
    for (Line line : lines) {
      byte[] bytes = line.text.getBytes(StandardCharsets.UTF_8);
      given.add(drain.add(line.service, bytes, 0, bytes.length));
    }
    Map<String, Set<Template>> templatesOf = new HashMap<>();
    Map<Template, Set<String>> labelsOf = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String label = lines.get(i).service + "/" + lines.get(i).label;
      templatesOf.computeIfAbsent(label, _ -> new HashSet<>()).add(given.get(i).current());
      labelsOf.computeIfAbsent(given.get(i).current(), _ -> new HashSet<>()).add(label);
    }
    assertThat(labelsOf.values())
        .as("statements that share a template")
        .allMatch(l -> l.size() == 1);
    List<String> mistakes = new ArrayList<>();
    templatesOf.forEach((label, templates) -> {
      if (templates.size() > 1) {
        mistakes.add(label + ": " + templates.stream().map(Template::text).sorted().toList());
      }
    });
    long right =
        lines.stream()
            .filter(l ->
                mistakes.stream().noneMatch(m -> m.startsWith(l.service + "/" + l.label + ":")))
            .count();
    double accuracy = (double) right / lines.size();
    assertThat(accuracy).as(String.join("\n", mistakes)).isGreaterThan(0.94);
  }

  static List<Line> labelled() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String row : Files.readAllLines(Path.of("src/test/resources/drain/labelled.tsv"))) {
      String[] parts = row.split("\t", 3);
      lines.add(new Line(parts[0], parts[1], parts[2].replace("\\n", "\n").replace("\\t", "\t")));
    }
    return lines;
  }
}
