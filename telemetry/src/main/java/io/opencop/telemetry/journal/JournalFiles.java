package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Names in a journal folder. */
record JournalFiles(FileLayer layer, Path dir) {
  static final String JOURNAL = ".journal";
  static final String HASHES = ".hashes";
  static final String TEMPORARY = ".tmp";

  Path journal(long number) {
    return dir.resolve(name(number) + JOURNAL);
  }

  Path hashes(long number) {
    return dir.resolve(name(number) + HASHES);
  }

  Path quarantine() {
    return dir.resolve("quarantine");
  }

  /** Numbers of the files with this ending, ascending. */
  List<Long> numbers(String ending) throws IOException {
    return layer.list(dir).stream()
        .map(f -> f.getFileName().toString())
        .filter(n -> n.matches("\\d{12,19}" + ending.replace(".", "\\.")))
        .map(n -> Long.parseLong(n.substring(0, n.length() - ending.length())))
        .sorted()
        .toList();
  }

  static String name(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }
}
