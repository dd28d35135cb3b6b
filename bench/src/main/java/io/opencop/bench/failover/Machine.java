package io.opencop.bench.failover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How busy the whole machine has been since the last look, whoever it was. */
final class Machine {
  private static final Path STAT = Path.of("/proc/stat");
  private long[] before = read();

  /** 0 to 1; NaN where the system does not say. */
  double busy() {
    long[] now = read();
    double share = (double) (now[0] - before[0]) / (now[0] - before[0] + now[1] - before[1]);
    before = now;
    return share;
  }

  /** Busy and idle ticks of all processors since boot. */
  private static long[] read() {
    try {
      // user nice system idle iowait irq softirq steal (proc_stat(5))
      String[] words = Files.readString(STAT).lines().findFirst().orElse("").split(" +", -1);
      long all = 0;
      for (int i = 1; i <= 8; i++) {
        all += Long.parseLong(words[i]);
      }
      long idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
      return new long[] {all - idle, idle};
    } catch (IOException e) {
      return new long[2];
    }
  }
}
