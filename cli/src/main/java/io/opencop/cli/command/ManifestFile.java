package io.opencop.cli.command;

import io.opencop.cli.CliMessage;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code -f FILE}: a manifest, which may hold several apps. */
final class ManifestFile {
  @Option(
      names = {"-f", "--filename"},
      paramLabel = "FILE",
      required = true)
  String file;

  /** Relative paths of a manifest count from where it lies; of one that is piped in, from here. */
  Path folder() {
    Path folder =
        file.equals("-") ? Path.of("") : Path.of(file).toAbsolutePath().normalize().getParent();
    return folder.toAbsolutePath();
  }

  String read() {
    try {
      return file.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new CopException(
          CliMessage.FILE_PROBLEM.with("path", file, "reason", e.getClass().getSimpleName()), e);
    }
  }
}
