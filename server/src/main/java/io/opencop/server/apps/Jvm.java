package io.opencop.server.apps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of an app's JVM, up to what it runs. */
record Jvm(Path lib) {
  /** Of the limit for the heap; the rest is for stacks, code, metaspace and direct buffers. */
  private static final int HEAP_PERCENT = 60;

  /** Set to {@code off} by an app that wants no agent. */
  private static final String SWITCH = "OPENCOP_AGENT";

  List<String> argv(long memoryBytes, Map<String, String> environment) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The JVM sees the machine's memory; these make it see the instance's.
    argv.add("-XX:MaxRAM=" + memoryBytes);
    argv.add("-XX:MaxRAMPercentage=" + HEAP_PERCENT);
    argv.add("-XX:+ExitOnOutOfMemoryError");
    if (observed(environment)) {
      argv.add("-javaagent:" + agent());
    }
    return argv;
  }

  /** Whether our agent goes with it: there is one, it is wanted, and the app brings none itself. */
  boolean observed(Map<String, String> environment) {
    boolean off = environment.getOrDefault(SWITCH, "").equalsIgnoreCase("off");
    boolean own =
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").stream()
            .anyMatch(v -> environment.getOrDefault(v, "").contains("-javaagent:"));
    return !off && !own && Files.isRegularFile(agent());
  }

  private Path agent() {
    return lib.resolve("agent").resolve("opentelemetry-javaagent.jar");
  }
}
