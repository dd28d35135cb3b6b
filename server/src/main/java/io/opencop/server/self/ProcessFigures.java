package io.opencop.server.self;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process uses.
 *
 * @param cpuRatio cores used since the sample before
 * @param rssBytes resident memory; where the system does not tell, the heap in use
 */
public record ProcessFigures(
    double cpuRatio, double cpuS, long rssBytes, long heapBytes, long heapMaxBytes, int threads) {

  /** Takes figures; keeps one sample about ten seconds old, so that the ratio is over those. */
  public static final class Sampler {
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;
    private static final long WINDOW_NANOS = 10_000_000_000L;

    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long atNanos = System.nanoTime();
    private long cpuNanos = system.getProcessCpuTime();
    private double ratio;

    public synchronized ProcessFigures take() {
      long now = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      long passed = now - atNanos;
      if (passed >= WINDOW_NANOS || (ratio == 0 && passed > 0)) {
        ratio = (double) (cpu - cpuNanos) / passed;
      }
      if (passed >= WINDOW_NANOS) {
        atNanos = now;
        cpuNanos = cpu;
      }
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new ProcessFigures(
          ratio,
          cpu / 1e9,
          rss(heap.getUsed()),
          heap.getUsed(),
          heap.getMax(),
          ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Second field of statm, in pages (proc_pid_statm(5)). */
    private static long rss(long otherwise) {
      try {
        return Long.parseLong(Files.readString(STATM).split(" ", 3)[1]) * PAGE;
      } catch (IOException | NumberFormatException e) {
        return otherwise;
      }
    }
  }
}
