package io.opencop.runtime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Linux tells about processes (proc(5)). Elsewhere everything is empty. */
final class ProcFs {
  private static final Path PROC = Path.of("/proc");
  private static final int PAGE = 4096;

  /** Fields of /proc/pid/stat, counted from the one after the name in brackets. */
  private static final int STATE = 0;

  private static final int GROUP = 2;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int START_TICKS = 19;
  private static final int RESIDENT_PAGES = 21;

  /**
   * One process at one moment.
   *
   * @param startTicks since the machine's start: with the pid it names a process for good
   * @param cpuMillis used so far
   */
  record Stat(long pid, char state, long group, long startTicks, long cpuMillis, long rssBytes) {
    boolean alive() {
      return state != 'Z' && state != 'X';
    }
  }

  private ProcFs() {}

  static boolean there() {
    return Files.isDirectory(PROC.resolve("self"));
  }

  /** Another one after each start of the machine; empty where there is no such thing. */
  static String bootId() {
    return read(PROC.resolve("sys/kernel/random/boot_id")).map(String::trim).orElse("");
  }

  static Optional<Stat> stat(long pid) {
    return read(PROC.resolve(pid + "/stat")).map(text -> parse(pid, text));
  }

  private static Stat parse(long pid, String text) {
    // The name may hold spaces and brackets, so the last bracket ends it.
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    return new Stat(
        pid,
        fields[STATE].charAt(0),
        Long.parseLong(fields[GROUP]),
        Long.parseLong(fields[START_TICKS]),
        // USER_HZ is 100 on every Linux that Java runs on.
        ticks * 10,
        Long.parseLong(fields[RESIDENT_PAGES]) * PAGE);
  }

  /** Every process of a group. */
  static List<Stat> group(long group) {
    return all().stream().filter(s -> s.group() == group && s.alive()).toList();
  }

  /** Every process there is. */
  static List<Stat> all() {
    List<Stat> all = new ArrayList<>();
    if (!there()) {
      return all;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        stat(Long.parseLong(process.getFileName().toString())).ifPresent(all::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Whether that process was started with this variable. False where we may not look. */
  static boolean hasVariable(long pid, String nameAndValue) {
    return read(PROC.resolve(pid + "/environ"))
        .map(env -> ("\0" + env).contains("\0" + nameAndValue + "\0"))
        .orElse(false);
  }

  /** What a process is called; {@code ?} where we may not look. */
  static String name(long pid) {
    return read(PROC.resolve(pid + "/comm")).map(String::trim).orElse("?");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // It has ended since, or it is somebody else's.
      return Optional.empty();
    }
  }
}
