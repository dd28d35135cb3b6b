package io.opencop.dist.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An unpacked distribution in a folder of its own: launcher, jars, and this JDK as its runtime. */
final class Packaged {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  final Path folder;
  final Path home;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * @param cache whether the launcher may train an AOT cache, which takes longer than most tests
   */
  Packaged(Path parent, boolean cache) throws IOException {
    folder = Files.createDirectories(parent.resolve("opencop"));
    home = Files.createDirectories(parent.resolve("home"));
    Files.copy(REPOSITORY.resolve("cop"), folder.resolve("cop"));
    folder.resolve("cop").toFile().setExecutable(true);
    Files.createSymbolicLink(folder.resolve("runtime"), Path.of(System.getProperty("java.home")));
    Path lib = Files.createDirectory(folder.resolve("lib"));
    try (Stream<Path> jars = Files.list(Path.of("target/opencop/lib"))) {
      for (Path jar : jars.toList()) {
        Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar.toAbsolutePath());
      }
    }
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", parent.resolve("cache").toString());
    environment.put("COP_HOME", home.resolve(".opencop").toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("LANG", "C.UTF-8");
    environment.put("COP_AOT", cache ? "on" : "off");
  }

  /** What a run printed. */
  record Said(int code, String out, String err) {}

  Said run(String... arguments) throws IOException, InterruptedException {
    return run(folder.resolve("cop"), Map.of(), arguments);
  }

  Said run(Path launcher, Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile(home, "err", "");
    Path out = Files.createTempFile(home, "out", "");
    Process process = start(launcher, more, out, err, arguments);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + List.of(arguments));
    }
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** A line as a reader types it, in this folder. */
  Said shell(Path where, String line) throws IOException, InterruptedException {
    Path err = Files.createTempFile(home, "err", "");
    Path out = Files.createTempFile(home, "out", "");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(where.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path tools = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + line);
    }
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    return start(folder.resolve("cop"), Map.of(), out, err, arguments);
  }

  private Process start(
      Path launcher, Map<String, String> more, Path out, Path err, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    return builder
        .redirectInput(ProcessBuilder.Redirect.PIPE)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
