package io.opencop.shop.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM we started. It holds the end of a pipe to us and goes when we go, whatever way. */
final class Child {
  private static final long GRACE_SECONDS = 8;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * @param arguments after {@code java}
   * @param console where its standard output goes; null: a pipe that the caller reads
   */
  static Child java(List<String> arguments, Map<String, String> env, Path console, Path errors)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("COP_API_TOKEN");
    builder.environment().put("SHOP_LIFELINE", "stdin");
    builder.environment().putAll(env);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    if (console != null) {
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
    }
    return new Child(builder.start());
  }

  Process process() {
    return process;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, waits, then makes it end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
