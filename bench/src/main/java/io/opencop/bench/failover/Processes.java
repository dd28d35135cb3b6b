package io.opencop.bench.failover;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Every process of this benchmark's platform: gateway, grid members and instances outlive the
 * platform that started them, so they are found by the folder they were given or work in.
 */
final class Processes {
  private final Path folder;

  Processes(Path folder) {
    this.folder = folder;
  }

  List<ProcessHandle> all() {
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses().filter(p -> p.pid() != self && isOurs(p)).toList();
  }

  private boolean isOurs(ProcessHandle process) {
    Path proc = Path.of("/proc/" + process.pid());
    if (!Files.isDirectory(proc)) {
      return process.info().commandLine().filter(c -> c.contains(folder.toString())).isPresent();
    }
    try {
      return Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1)
              .contains(folder.toString())
          || cwd(process).startsWith(folder);
    } catch (IOException e) {
      // Of another user, or gone.
      return false;
    }
  }

  /** Those whose working folder is below this one. */
  List<ProcessHandle> workingIn(Path below) {
    return all().stream().filter(p -> cwd(p).startsWith(below)).toList();
  }

  private static Path cwd(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
    } catch (IOException e) {
      return Path.of("/");
    }
  }

  /** CPU seconds of those that run, and of this process: the clients cost something as well. */
  double cpuSeconds() {
    double sum = Usage.cpuSeconds(ProcessHandle.current());
    for (ProcessHandle process : all()) {
      sum += cpuSeconds(process);
    }
    return sum;
  }

  private static double cpuSeconds(ProcessHandle process) {
    try {
      return Usage.cpuSeconds(process);
    } catch (BenchException e) {
      // It ended between being listed and being looked at.
      return 0;
    }
  }

  /** Ends what is left. */
  void end() {
    all().forEach(ProcessHandle::destroyForcibly);
  }

  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }
}
