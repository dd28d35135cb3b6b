package io.opencop.sessions.grid;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One member as a process that outlives us: in a session of its own, its output in a file. Its pid
 * and start are written down, so that a later platform takes it over instead of starting a second.
 */
final class MemberProcess {
  private static final String MAIN = "io.opencop.sessions.member.MemberMain";
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String RECORD = "pid";
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER", "LOGNAME");

  private final Path folder;
  private final LocalGridSettings settings;

  MemberProcess(Path folder, LocalGridSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** The process that runs now, whoever started it. */
  Optional<ProcessHandle> running() {
    try {
      String[] words = Files.readString(folder.resolve(RECORD)).trim().split(" ", 2);
      if (words.length < 2) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          // A pid is used again; a pid with its start is not.
          .filter(p -> started(p).equals(words[1]));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  void start() throws IOException {
    Files.deleteIfExists(folder.resolve(MemberSettings.STATUS));
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(settings.java().toString());
    command.addAll(settings.jvmOptions());
    new StartCache(settings).flag().ifPresent(command::add);
    command.addAll(List.of("-cp", settings.classPath(), MAIN, folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    File log = folder.resolve("out.log").toFile();
    Process process =
        builder
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Files.writeString(
        folder.resolve(RECORD), process.pid() + " " + started(process.toHandle()) + "\n");
  }

  /** Asks it to leave, then makes it. */
  void stop(Duration grace) {
    running()
        .ifPresent(process -> {
          process.destroy();
          try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            process.destroyForcibly();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** When it last gave a sign of life, by its own clock in milliseconds; 0 where it never did. */
  long beat() {
    return folder.resolve(MemberSettings.STATUS).toFile().lastModified();
  }

  /** What the member says of itself; empty while it says nothing. */
  String status() {
    try {
      return Files.readString(folder.resolve(MemberSettings.STATUS)).trim();
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
