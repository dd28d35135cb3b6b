package io.opencop.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a process that outlives us: in a session of its own, so that no signal meant for the
 * platform reaches it, and with its output in a file, so that no pipe breaks when we die.
 */
final class Launcher {
  /**
   * Joins the kernel's groups, then becomes the program. Words come as arguments, never as text.
   */
  private static final String JOIN =
      "n=$1; shift; while [ \"$n\" -gt 0 ]; do echo $$ > \"$1\"; shift; n=$((n-1)); done;"
          + " exec \"$@\"";

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /** What of our own environment an instance gets; nothing else, because it may hold secrets. */
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER", "LOGNAME");

  private Launcher() {}

  /**
   * @param joins files to write the process id into first
   * @param output gets standard output and error, appended
   */
  static Process start(
      List<String> argv, Map<String, String> environment, List<Path> joins, Path work, Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(List.of("/bin/sh", "-c", JOIN, "opencop", Integer.toString(joins.size())));
    joins.forEach(j -> command.add(j.toString()));
    command.addAll(argv);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> all = builder.environment();
    all.keySet().retainAll(INHERITED);
    all.putAll(environment);
    File log = output.toFile();
    return builder
        .directory(work.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }
}
