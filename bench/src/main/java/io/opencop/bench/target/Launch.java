package io.opencop.bench.target;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a server: this JVM's own flags, class path and main class {@code cop}, so
 * that what is measured is what {@code cop up} runs, its AOT cache included.
 */
public final class Launch {
  /** The main class; a test of this module, which does not see {@code cop}, names another. */
  public static final String MAIN = "opencop.bench.main";

  private static final List<String> NOT_FOR_A_CHILD =
      List.of("-agentlib", "-javaagent", "-Xdebug", "-XX:StartFlightRecording", "-D" + MAIN);

  private Launch() {}

  /** Flags every process of the program has, whatever its heap. */
  private static final List<String> FOR_ALL =
      List.of(
          "--enable-native-access",
          "--sun-misc-unsafe-memory-access",
          "-XX:+UseCompactObjectHeaders",
          "-XX:AOTCache=",
          "-Xlog");

  /**
   * Another process of the program with its own flags.
   *
   * @param jvm its flags beside those that all have
   * @param words command and arguments
   */
  public static List<String> program(List<String> jvm, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (FOR_ALL.stream().anyMatch(flag::startsWith)) {
        command.add(flag);
      }
    }
    command.addAll(jvm);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(System.getProperty(MAIN, "io.opencop.cli.Cop"));
    command.addAll(words);
    return command;
  }

  static List<String> command(Path data, Ports ports, List<String> jvm, List<String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (NOT_FOR_A_CHILD.stream().noneMatch(flag::startsWith)) {
        command.add(flag);
      }
    }
    command.addAll(jvm);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(System.getProperty(MAIN, "io.opencop.cli.Cop"));
    return up(command, data, ports, settings);
  }

  /**
   * The same by the script {@code cop} this JVM was started by: what a person types, its look for
   * changed sources and its AOT cache included. Null where there is no script.
   */
  static List<String> script(Path data, Ports ports, List<String> settings) {
    Path cop = Path.of(System.getProperty("opencop.home", "."), "cop");
    return Files.isExecutable(cop) && System.getProperty("opencop.home") != null
        ? up(new ArrayList<>(List.of(cop.toString())), data, ports, settings)
        : null;
  }

  private static List<String> up(
      List<String> command, Path data, Ports ports, List<String> settings) {
    command.add("up");
    List<String> all = new ArrayList<>();
    all.add("data.dir=" + data);
    all.add("web.port=" + ports.web());
    all.add("otlp.grpc-port=" + ports.grpc());
    all.add("otlp.http-port=" + ports.http());
    // Its own telemetry would be counted with ours.
    all.add("self.enabled=false");
    all.addAll(settings);
    for (String setting : all) {
      command.add("--set");
      command.add(setting);
    }
    return command;
  }
}
