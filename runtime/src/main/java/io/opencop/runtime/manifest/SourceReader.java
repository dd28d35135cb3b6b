package io.opencop.runtime.manifest;

import io.opencop.model.app.Source;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an app is made of. Paths count from the manifest's folder, as in a Compose file. */
final class SourceReader {
  private static final List<String> KINDS = List.of("jar", "war", "static", "command", "image");
  private static final Text FILE = new Text("file", "파일");
  private static final Text FOLDER = new Text("folder or zip", "폴더나 zip");

  private final Path folder;
  private final List<Notice> problems;

  SourceReader(Path folder, List<Notice> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  Source read(Part source) {
    List<String> given = KINDS.stream().filter(source::has).toList();
    if (given.size() != 1) {
      problems.add(
          ManifestMessage.ONE_OF.with(
              "place", source.place(),
              "field", "spec.source",
              "choices", String.join(", ", KINDS),
              "count", given.size()));
      return null;
    }
    return switch (given.getFirst()) {
      case "jar" -> new Source.Jar(path(source, "jar", FILE));
      case "war" -> new Source.War(path(source, "war", FILE));
      case "static" ->
          new Source.StaticSite(path(source, "static", FOLDER), source.yes("singlePage"));
      case "image" -> new Source.Image(source.text("image", ""));
      default -> command(source);
    };
  }

  private Source command(Part source) {
    List<String> argv = source.texts("command");
    if (argv.isEmpty() || argv.getFirst().isBlank()) {
      problems.add(
          ManifestMessage.BAD_VALUE.with(
              "place",
              source.place("command"),
              "field",
              "spec.source.command",
              "value",
              "[]",
              "expected",
              new Text("the program first, then its arguments", "프로그램 다음에 인자")));
    }
    return new Source.Command(argv.stream().map(this::word).toList());
  }

  /** An instance runs in a folder of its own, from which these would lead nowhere. */
  private String word(String given) {
    return given.startsWith("./") || given.startsWith("../")
        ? folder.resolve(given).normalize().toString()
        : given;
  }

  private String path(Part source, String name, Text expected) {
    Path path = folder.resolve(source.text(name, "")).normalize();
    boolean there =
        Files.isDirectory(path)
            ? expected.equals(FOLDER)
            : Files.isRegularFile(path)
                && (expected.equals(FILE) || path.toString().endsWith(".zip"));
    if (!there) {
      problems.add(
          ManifestMessage.NO_PATH.with(
              "place",
              source.place(name),
              "field",
              "spec.source." + name,
              "value",
              path,
              "expected",
              expected));
    }
    return path.toString();
  }
}
