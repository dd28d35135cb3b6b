package io.opencop.runtime.control;

import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.release.AppJson;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wanted of every app: one file each, replaced at once and forced to disk. */
final class AppStore {
  private static final int FORMAT = 1;

  private final Path folder;

  /** A file's content. */
  record Saved(int format, AppState state) {}

  AppStore(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  Map<String, AppState> read() throws IOException {
    Map<String, AppState> all = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        Saved saved = AppJson.mapper().readValue(file.toFile(), Saved.class);
        if (saved.format() > FORMAT) {
          throw new IOException(
              file + " was written in format " + saved.format() + "; this version reads " + FORMAT);
        }
        all.put(saved.state().app().name(), saved.state());
      }
    }
    return all;
  }

  void write(AppState state) throws IOException {
    byte[] json = AppJson.mapper().writeValueAsBytes(new Saved(FORMAT, state));
    Durable.write(file(state.app().name()), json);
  }

  void delete(String app) throws IOException {
    Files.deleteIfExists(file(app));
    Durable.force(folder);
  }

  private Path file(String app) {
    return folder.resolve(app + ".json");
  }
}
