package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.client.Query;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which app: {@code app NAME} or {@code app/NAME}, as kubectl takes it. */
final class AppName {
  private static final Set<String> KINDS = Set.of("app", "apps");

  @Parameters(arity = "1..2", paramLabel = "APP")
  List<String> words;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  /** The name, or the sentence that says how it is written. */
  String name(Terminal terminal) {
    List<String> parts = words.size() == 1 ? List.of(words.getFirst().split("/", 2)) : words;
    if (parts.size() != 2 || !KINDS.contains(parts.getFirst()) || parts.getLast().isBlank()) {
      throw new ParameterException(
          spec.commandLine(),
          terminal.say("Name it as: app NAME, or app/NAME.", "이렇게 쓰십시오: app 이름 또는 app/이름"));
    }
    return parts.getLast();
  }

  String path(Terminal terminal) {
    return "/api/v1/apps/" + Query.segment(name(terminal));
  }
}
