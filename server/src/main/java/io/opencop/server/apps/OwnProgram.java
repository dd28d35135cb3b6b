package io.opencop.server.apps;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This program, to be started again with other words as a process of its own: the gateway, a static
 * site.
 *
 * @param flags of the JVM that hold for every process of ours
 * @param main takes the words; by name, because it stands above the server
 */
public record OwnProgram(Path java, List<String> flags, String classPath, String main) {
  private static final List<String> PASSED_ON =
      List.of(
          "--enable-native-access",
          "--sun-misc-unsafe-memory-access",
          "-XX:+UseCompactObjectHeaders",
          "-XX:AOTCache=",
          "-Xlog:",
          "-Dopencop.home=",
          "-Dopencop.lib=");

  public OwnProgram {
    flags = List.copyOf(flags);
  }

  /** What runs now. */
  public static OwnProgram running() {
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return new OwnProgram(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        given.stream().filter(f -> PASSED_ON.stream().anyMatch(f::startsWith)).toList(),
        System.getProperty("java.class.path"),
        "io.opencop.cli.Cop");
  }

  /**
   * Its command line.
   *
   * @param more flags of the JVM
   */
  public List<String> argv(List<String> more, List<String> words) {
    List<String> argv = new ArrayList<>();
    argv.add(java.toString());
    argv.addAll(flags);
    argv.addAll(more);
    argv.addAll(List.of("-cp", classPath, main));
    argv.addAll(words);
    return argv;
  }
}
