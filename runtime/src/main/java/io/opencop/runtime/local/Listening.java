package io.opencop.runtime.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whose a listening port is (proc(5): /proc/net/tcp and the links in /proc/pid/fd). */
public final class Listening {
  private static final String LISTEN = "0A";

  private Listening() {}

  /** Whether a process of this group listens on the port; true where there is no /proc to ask. */
  static boolean by(long group, int port) {
    if (!ProcFs.there()) {
      return true;
    }
    Set<String> sockets = sockets(port);
    return ProcFs.group(group).stream().anyMatch(p -> holds(p.pid(), sockets));
  }

  /** Who listens on the port, {@code java (pid 4711)}; empty where that cannot be seen. */
  public static Optional<String> holder(int port) {
    Set<String> sockets = sockets(port);
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcFs.all().stream()
        .filter(p -> holds(p.pid(), sockets))
        .findFirst()
        .map(p -> ProcFs.name(p.pid()) + " (pid " + p.pid() + ")");
  }

  private static Set<String> sockets(int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try {
        for (String line : Files.readAllLines(Path.of(table))) {
          // sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode …
          String[] fields = line.trim().split("\\s+", 11);
          if (fields.length > 9 && fields[3].equals(LISTEN) && fields[1].endsWith(suffix)) {
            sockets.add("socket:[" + fields[9] + "]");
          }
        }
      } catch (IOException e) {
        // No IPv6 on this machine.
      }
    }
    return sockets;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path link : open) {
        if (sockets.contains(target(link))) {
          return true;
        }
      }
    } catch (IOException e) {
      // It has ended since.
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
