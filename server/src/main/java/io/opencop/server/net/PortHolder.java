package io.opencop.server.net;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a TCP port, from Linux's /proc: the socket's inode in net/tcp, then the process
 * that has it open. Elsewhere, or where we may not look, it stays "another process".
 */
public final class PortHolder {
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private PortHolder() {}

  /** For a message: {@code process 4711 (java -jar x.jar)}. */
  public static String describe(int port) {
    return find(port)
        .map(
            p ->
                "process "
                    + p.pid()
                    + p.info().commandLine().map(line -> " (" + shortened(line) + ")").orElse(""))
        .orElse("another process");
  }

  /** The process, where it can be found. */
  public static Optional<ProcessHandle> find(int port) {
    try {
      Set<String> sockets = new HashSet<>();
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        sockets.addAll(inodes(Path.of(table), port));
      }
      return sockets.isEmpty() ? Optional.empty() : owner(sockets);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Set<String> inodes(Path table, int port) throws IOException {
    Set<String> found = new HashSet<>();
    if (!Files.isReadable(table)) {
      return found;
    }
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    for (String line : Files.readAllLines(table)) {
      String[] columns = line.trim().split("\\s+");
      if (columns.length > INODE
          && columns[LOCAL_ADDRESS].endsWith(suffix)
          && columns[STATE].equals(LISTENING)) {
        found.add("socket:[" + columns[INODE] + "]");
      }
    }
    return found;
  }

  private static Optional<ProcessHandle> owner(Set<String> sockets) {
    return ProcessHandle.allProcesses().filter(p -> holds(p.pid(), sockets)).findFirst();
  }

  private static boolean holds(long pid, Set<String> sockets) {
    Path folder = Path.of("/proc", Long.toString(pid), "fd");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return false; // gone meanwhile, or another user's
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

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
