package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.output.Table;
import io.opencop.model.message.Near;
import io.opencop.runtime.manifest.AppShape;
import io.opencop.runtime.manifest.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cop explain app.spec.scale}: a field of the manifest, from the table that checks it. */
@Command(name = "explain")
final class ExplainCommand extends CopCommand {
  @Parameters(index = "0", paramLabel = "PATH", defaultValue = "app")
  String path;

  @Spec CommandSpec spec;

  ExplainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<String> names = new ArrayList<>(Arrays.asList(path.split("\\.")));
    // Messages name fields as spec.scale.min; people write app.spec.scale.min.
    if (names.getFirst().equalsIgnoreCase("app") || names.getFirst().equals("apps")) {
      names.removeFirst();
    }
    Shape shape = AppShape.manifest();
    Shape.Field field = null;
    for (String name : names) {
      Map<String, Shape.Field> there = fields(shape);
      field = there.get(name);
      if (field == null) {
        throw unknown(name, there);
      }
      shape = field.shape();
    }
    terminal
        .out()
        .println(
            (names.isEmpty() ? "app" : "app." + String.join(".", names))
                + "  <"
                + type(shape)
                + ">");
    if (field != null) {
      terminal.out().println("  " + field.about().in(terminal.lang()));
      if (!field.otherwise().isEmpty()) {
        terminal.out().println("  " + say("default: ", "기본값: ") + field.otherwise());
      }
    }
    list(shape);
    return OK;
  }

  private void list(Shape shape) {
    Map<String, Shape.Field> fields = fields(shape);
    if (fields.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            List.of(
                say("FIELD", "항목"), say("FORM", "형식"), say("DEFAULT", "기본값"), say("MEANING", "뜻")));
    fields
        .values()
        .forEach(f ->
            table.add(
                List.of(
                    f.name() + (f.required() ? " *" : ""),
                    type(f.shape()),
                    f.otherwise().isEmpty() ? "-" : f.otherwise(),
                    f.about().in(terminal.lang()))));
    terminal.out().println();
    terminal.out().print(table);
    if (fields.values().stream().anyMatch(Shape.Field::required)) {
      terminal.out().println(say("* required", "* 필수"));
    }
  }

  private ParameterException unknown(String name, Map<String, Shape.Field> there) {
    String near =
        Near.of(name, there.keySet()).map(n -> say(" Did you mean ", " 혹시 ") + n + "?").orElse("");
    return new ParameterException(
        spec.commandLine(), say("There is no field " + name, name + "(이)라는 항목은 없습니다") + "." + near);
  }

  /** Of a list, those of its items. */
  private static Map<String, Shape.Field> fields(Shape shape) {
    return switch (shape) {
      case Shape.Fields fields -> fields.fields();
      case Shape.Items items -> fields(items.each());
      case Shape.Entries entries -> fields(entries.value());
      case Shape.Either either -> fields(either.whole());
      case Shape.Scalar _ -> Map.of();
    };
  }

  private static String type(Shape shape) {
    return switch (shape) {
      case Shape.Fields _ -> "object";
      case Shape.Items items -> "[]" + type(items.each());
      case Shape.Entries entries -> "map[" + type(entries.key()) + "]" + type(entries.value());
      case Shape.Either either -> type(either.brief()) + " | object";
      case Shape.Scalar scalar ->
          scalar.choices().isEmpty()
              ? scalar.kind().name().toLowerCase(Locale.ROOT).replace('_', '/')
              : String.join(" | ", scalar.choices());
    };
  }
}
