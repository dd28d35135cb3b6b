package io.opencop.cli.machine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What the operating system tells about itself. */
final class MachineFacts {
  private MachineFacts() {}

  /** Memory a new process could get, caches counted as free where the system says so. */
  static Optional<Long> availableMemory() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        if (line.startsWith("MemAvailable:")) {
          return Optional.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
        }
      }
    } catch (IOException e) {
      // Not Linux: the JVM knows a coarser figure.
      return bean(OperatingSystemMXBean.class).map(OperatingSystemMXBean::getFreeMemorySize);
    }
    return Optional.empty();
  }

  static Optional<Long> openFileLimit() {
    return bean(UnixOperatingSystemMXBean.class)
        .map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount);
  }

  /** What the lock file of a data folder says, if another process holds it now. */
  static Optional<String> lockHolder(Path dataFolder) {
    Path file = dataFolder.resolve("lock");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException | OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> bean(Class<T> type) {
    return Optional.of(ManagementFactory.getOperatingSystemMXBean())
        .filter(type::isInstance)
        .map(type::cast);
  }
}
