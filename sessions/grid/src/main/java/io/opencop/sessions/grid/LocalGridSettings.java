package io.opencop.sessions.grid;

import java.nio.file.Path;
import java.util.List;

/**
 * How the grid runs on this machine.
 *
 * @param folder of its own, absolute: settings, data and logs of the members
 * @param members how many; three keep a majority when one dies
 * @param java the program that runs a member
 * @param classPath of a member; absolute, because each member runs in a folder of its own
 * @param jvmOptions of a member, its heap for one
 */
public record LocalGridSettings(
    Path folder, int members, Path java, String classPath, List<String> jvmOptions) {
  public LocalGridSettings {
    jvmOptions = List.copyOf(jvmOptions);
  }
}
