package io.opencop.bench.failover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of the session grid by what each writes in its folder. */
final class Grid {
  private final Path folder;

  Grid(Path folder) {
    this.folder = folder;
  }

  /** Names of the members, in order. */
  List<String> members() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString())
          .filter(n -> n.startsWith("grid-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Of the process that runs now. */
  Optional<ProcessHandle> process(String member) {
    String[] words = read(member, "pid").split(" ", 2);
    return words[0].isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive);
  }

  /** Whether every member is there and sees all the others. */
  boolean isWhole() {
    List<String> all = members();
    return !all.isEmpty()
        && all.stream()
            .allMatch(
                m -> process(m).isPresent() && read(m, "status").equals("READY " + all.size()));
  }

  String told() {
    return String.join(
        ", ",
        members().stream()
            .map(m -> m + (process(m).isPresent() ? " " : " (dead) ") + read(m, "status"))
            .toList());
  }

  private String read(String member, String file) {
    try {
      return Files.readString(folder.resolve(member).resolve(file)).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
