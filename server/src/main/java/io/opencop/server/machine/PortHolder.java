package io.opencop.server.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Who listens on a TCP port of this machine, so that "address in use" can name somebody. */
public record PortHolder(long pid, String command) {
  private static final String LISTEN = "0A";

  /** The process that listens on the port; empty where there is none or it may not be seen. */
  public static Optional<PortHolder> of(int port) {
    return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
  }

  /** Whether this very process listens on the port; false also where that cannot be seen. */
  public static boolean holds(long pid, int port) {
    return Files.isDirectory(Path.of("/proc/net"))
        ? holdsAny(pid, listening(port))
        : fromLsof(port).filter(h -> h.pid() == pid).isPresent();
  }

  @Override
  public String toString() {
    return "PID " + pid + " (" + command + ")";
  }

  /** Linux: the socket's inode from /proc/net/tcp, then the process that has it open (proc(5)). */
  private static Optional<PortHolder> fromProc(int port) {
    Set<String> sockets = listening(port);
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(p -> holdsAny(p.pid(), sockets))
            .findFirst()
            .map(p -> new PortHolder(p.pid(), command(p.pid())));
  }

  private static Set<String> listening(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] f = line.trim().split("\\s+", -1);
          if (f.length > 9 && f[3].equals(LISTEN) && f[1].endsWith(hex(port))) {
            sockets.add("socket:[" + f[9] + "]");
          }
        }
      } catch (IOException e) {
        // No such table: IPv6 is off. The other one still counts.
      }
    }
    return sockets;
  }

  private static String hex(int port) {
    return String.format(Locale.ROOT, ":%04X", port);
  }

  private static boolean holdsAny(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path fd : open) {
        if (sockets.contains(target(fd))) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // another user's process, or one that has just ended
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed while we looked
    }
  }

  /**
   * The command line, cut to what fits a message. Arguments may hold secrets, so only the first
   * words.
   */
  private static String command(long pid) {
    try {
      String[] words = Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", 20);
      return name(words);
    } catch (IOException e) {
      return "?";
    }
  }

  /** The program and, for a JVM, what it runs: {@code java io.opencop.cli.Cop}. */
  static String name(String[] words) {
    String program = words[0].substring(words[0].lastIndexOf('/') + 1);
    if (!program.startsWith("java")) {
      return program;
    }
    for (int i = 1; i < words.length; i++) {
      boolean takesNext = Set.of("-cp", "-classpath", "--class-path", "-p").contains(words[i]);
      if (words[i].equals("-jar") && i + 1 < words.length) {
        return program + " " + words[i + 1].substring(words[i + 1].lastIndexOf('/') + 1);
      }
      if (takesNext) {
        i++;
      } else if (!words[i].startsWith("-")) {
        return program + " " + words[i];
      }
    }
    return program;
  }

  /** macOS and others: {@code lsof} in its field form, p for the process and c for the command. */
  private static Optional<PortHolder> fromLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      List<String> lines = lsof.inputReader().lines().toList();
      if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
        lsof.destroyForcibly();
      }
      return parseLsof(lines);
    } catch (IOException e) {
      return Optional.empty(); // no lsof here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<PortHolder> parseLsof(List<String> lines) {
    long pid = 0;
    for (String line : lines) {
      if (line.startsWith("p")) {
        pid = Long.parseLong(line.substring(1));
      } else if (line.startsWith("c") && pid > 0) {
        return Optional.of(new PortHolder(pid, line.substring(1)));
      }
    }
    return Optional.empty();
  }
}
