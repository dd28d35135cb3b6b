package io.opencop.sessions.grid;

import java.nio.file.Path;
import java.util.List;

/**
 * How the grid runs on this machine.
 *
 * @param folder of its own, absolute: settings, data and logs of the members
 * @param members how many; three keep a majority when one dies
 * @param disk whether sessions are kept on disk as well, so that they survive the end of the one
 *     member there is; several do not find their sessions again when all of them were stopped
 * @param java the program that runs a member
 * @param classPath of a member; absolute, because each member runs in a folder of its own
 * @param jvmOptions of a member, its heap for one
 */
public record LocalGridSettings(
    Path folder, int members, boolean disk, Path java, String classPath, List<String> jvmOptions) {
  private static final int MEMBERS = 3;

  /** What a member is run with unless somebody knows better: 100,000 sessions of 2 KB fit. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xms32m",
          "-Xmx320m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  public LocalGridSettings {
    jvmOptions = List.copyOf(jvmOptions);
    if (members < 1) {
      throw new IllegalArgumentException(members + " members");
    }
    if (disk && members > 1) {
      throw new IllegalArgumentException("disk with " + members + " members");
    }
  }

  /** Sessions in memory only. */
  public LocalGridSettings(
      Path folder, int members, Path java, String classPath, List<String> jvmOptions) {
    this(folder, members, false, java, classPath, jvmOptions);
  }

  /** Three members, two owners of each session, in memory only. */
  public static LocalGridSettings of(Path folder, Path java, String classPath) {
    return new LocalGridSettings(folder, MEMBERS, false, java, classPath, JVM_OPTIONS);
  }

  /** One member for a small machine: sessions are on disk, for there is no second copy. */
  public static LocalGridSettings small(Path folder, Path java, String classPath) {
    return new LocalGridSettings(folder, 1, true, java, classPath, JVM_OPTIONS);
  }

  public LocalGridSettings withDisk(boolean kept) {
    return new LocalGridSettings(folder, members, kept, java, classPath, jvmOptions);
  }

  public LocalGridSettings withJvmOptions(List<String> options) {
    return new LocalGridSettings(folder, members, disk, java, classPath, options);
  }
}
