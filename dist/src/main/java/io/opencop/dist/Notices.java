package io.opencop.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Writes THIRD-PARTY.txt from what is really packed, and stops the build where a licence does not
 * permit it. Arguments: the output, then lists of Maven libraries (one a line: name, address and
 * licences, with tabs between) and package-lock.json files of npm.
 */
public final class Notices {
  private Notices() {}

  public static void main(String[] args) throws IOException {
    Path output = Path.of(args[0]);
    List<Library> libraries = new ArrayList<>();
    for (String list : Arrays.asList(args).subList(1, args.length)) {
      libraries.addAll(list.endsWith(".json") ? npm(Path.of(list)) : maven(Path.of(list)));
    }
    String text = write(libraries);
    Files.createDirectories(output.getParent());
    Files.writeString(output, text);
  }

  /** The text; {@code IllegalStateException} names every library that may not be passed on. */
  static String write(List<Library> libraries) {
    List<String> refused = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    out.append(
        "OpenCOP is licensed under Apache-2.0. It is passed on together with these works,\n");
    out.append("each under the licence named; their own notices are inside their archives.\n\n");
    // Several lists may name one library: the platform and a grid member have many in common.
    for (Library library : new LinkedHashSet<>(libraries)) {
      String offered = String.join(" | ", library.licences());
      Licences.choose(library.licences())
          .ifPresentOrElse(
              chosen -> out.append(line(library, chosen, offered)),
              () -> refused.add("  " + library.name() + ": " + offered));
    }
    if (!refused.isEmpty()) {
      throw new IllegalStateException(
          "These libraries may not be part of OpenCOP, because their licence is not on the list in"
              + " io.opencop.dist.Licences:\n"
              + String.join("\n", refused)
              + "\nUse another library, or have the list changed with a reason.");
    }
    return out.toString();
  }

  private static String line(Library library, String chosen, String offered) {
    boolean several = library.licences().size() > 1 || offered.contains(" OR ");
    return library.name()
        + "\n  "
        + chosen
        + (several ? " (chosen from: " + offered + ")" : "")
        + "\n  "
        + library.address()
        + "\n";
  }

  private static List<Library> maven(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> line.contains("\t"))
        .map(line -> line.split("\t", 3))
        .map(f -> new Library(f[0], f[1], Arrays.asList(f[2].split("\\s\\|\\s"))))
        .toList();
  }

  /** Everything the bundler may take from: packages that are not marked as for development only. */
  private static List<Library> npm(Path lock) throws IOException {
    List<Library> found = new ArrayList<>();
    if (!Files.exists(lock)) {
      return found;
    }
    JsonNode packages = new ObjectMapper().readTree(Files.readString(lock)).path("packages");
    packages
        .properties()
        .forEach(e -> {
          String name = e.getKey().replaceAll(".*node_modules/", "");
          JsonNode about = e.getValue();
          if (!name.isEmpty() && !about.path("dev").asBoolean()) {
            found.add(
                new Library(
                    "npm:" + name + ":" + about.path("version").asText(),
                    "npm package " + name,
                    List.of(about.path("license").asText("none stated"))));
          }
        });
    return found;
  }
}
