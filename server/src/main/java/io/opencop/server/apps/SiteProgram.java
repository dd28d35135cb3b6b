package io.opencop.server.apps;

import io.opencop.model.app.Source;
import java.util.ArrayList;
import java.util.List;

/** A static site as a process: {@code cop static} of the very program that runs here. */
final class SiteProgram {
  /** Files go from disk to socket; the heap holds what was packed of them. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms16m",
          "-Xmx96m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:+ExitOnOutOfMemoryError");

  private SiteProgram() {}

  static List<String> argv(OwnProgram program, Source.StaticSite site, long memory, int port) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-XX:MaxRAM=" + memory);
    List<String> words =
        new ArrayList<>(List.of("static", "--root", site.path(), "--port", String.valueOf(port)));
    if (site.singlePage()) {
      words.add("--single-page");
    }
    return program.argv(flags, words);
  }
}
