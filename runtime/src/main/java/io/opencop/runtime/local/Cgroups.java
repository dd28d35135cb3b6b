package io.opencop.runtime.local;

import io.opencop.model.app.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits of the kernel for a whole instance, its children included, where this user may set them:
 * cgroup v2, or the memory and pids controllers of v1. Where it may not, the runtime watches memory
 * itself.
 */
final class Cgroups {
  private static final Logger LOG = LoggerFactory.getLogger(Cgroups.class);
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final String OURS = "opencop";

  /** More than any sensible instance has threads; a fork bomb ends here. */
  private static final int MOST_TASKS = 4096;

  private final boolean v2;
  private final List<Path> parents;

  private Cgroups(boolean v2, List<Path> parents) {
    this.v2 = v2;
    this.parents = parents;
  }

  static Cgroups find() {
    if (Files.isRegularFile(ROOT.resolve("cgroup.controllers"))) {
      return new Cgroups(true, usable(ROOT.resolve(OURS)).map(List::of).orElse(List.of()));
    }
    List<Path> parents = new ArrayList<>();
    usable(ROOT.resolve("memory").resolve(OURS)).ifPresent(parents::add);
    usable(ROOT.resolve("pids").resolve(OURS)).ifPresent(parents::add);
    return new Cgroups(false, parents);
  }

  private static Optional<Path> usable(Path folder) {
    try {
      if (Files.isDirectory(folder.getParent())) {
        Files.createDirectories(folder);
        return Optional.of(folder);
      }
    } catch (IOException e) {
      LOG.info("no kernel limits for instances: {} cannot be made", folder);
    }
    return Optional.empty();
  }

  /** Whether the kernel keeps an instance within its memory. */
  boolean limitsMemory() {
    return parents.stream().anyMatch(p -> v2 || p.getParent().endsWith("memory"));
  }

  /** Makes the instance's groups; the files a process writes its id into to join them. */
  List<Path> create(String instance, Resources resources) {
    List<Path> joins = new ArrayList<>();
    for (Path parent : parents) {
      Path folder = parent.resolve(instance);
      try {
        Files.createDirectories(folder);
        limit(folder, resources);
        joins.add(folder.resolve("cgroup.procs"));
      } catch (IOException e) {
        LOG.warn("{} runs without the limits of {}: {}", instance, folder, e.toString());
      }
    }
    return joins;
  }

  private void limit(Path folder, Resources resources) throws IOException {
    if (v2) {
      write(folder.resolve("memory.max"), resources.memoryBytes());
      // Swapping would make a slow instance of one that is too large.
      write(folder.resolve("memory.swap.max"), 0);
      write(folder.resolve("pids.max"), MOST_TASKS);
    } else if (folder.startsWith(ROOT.resolve("memory"))) {
      write(folder.resolve("memory.limit_in_bytes"), resources.memoryBytes());
    } else {
      write(folder.resolve("pids.max"), MOST_TASKS);
    }
  }

  private static void write(Path file, long value) throws IOException {
    if (Files.exists(file)) {
      Files.writeString(file, Long.toString(value));
    }
  }

  /** Whether the kernel has killed a process of this instance for its memory. */
  boolean killedForMemory(String instance) {
    for (Path parent : parents) {
      Path events = parent.resolve(instance).resolve(v2 ? "memory.events" : "memory.oom_control");
      try {
        if (Files.exists(events)
            && Files.readAllLines(events).stream().anyMatch(l -> l.matches("oom_kill [1-9].*"))) {
          return true;
        }
      } catch (IOException e) {
        LOG.debug("{}", events, e);
      }
    }
    return false;
  }

  /** Takes the groups away once nothing runs in them. */
  void remove(String instance) {
    for (Path parent : parents) {
      try {
        Files.deleteIfExists(parent.resolve(instance));
      } catch (IOException e) {
        // Something still ends in it; the next sweep takes it.
        LOG.debug("{} stays for now", parent.resolve(instance));
      }
    }
  }
}
