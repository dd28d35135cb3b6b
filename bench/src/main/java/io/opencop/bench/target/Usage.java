package io.opencop.bench.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time and memory of another process. Exact on Linux; elsewhere what the system offers. */
public final class Usage {
  /** Unit of /proc times as seen by user space: 1/100 s on every Linux architecture. */
  private static final double TICKS = 100;

  private Usage() {}

  /** CPU seconds in user and kernel mode, finished children included. */
  public static double cpuSeconds(ProcessHandle process) {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    if (Files.exists(stat)) {
      // After the name in parentheses: state is field 3, utime stime cutime cstime are 14 to 17.
      String all = read(stat);
      String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS;
    }
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Resident set, MB of 2^20. 0 where it cannot be told. */
  public static double rssMb(ProcessHandle process) {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (Files.exists(status)) {
      return read(status)
              .lines()
              .filter(l -> l.startsWith("VmRSS:"))
              .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
              .sum()
          / 1024d;
    }
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String text =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
      return text.isEmpty() ? 0 : Long.parseLong(text) / 1024d;
    } catch (IOException e) {
      return 0;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new BenchException("the server process has ended: " + file, e);
    }
  }
}
