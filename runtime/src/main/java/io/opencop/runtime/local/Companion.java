package io.opencop.runtime.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A process beside the platform that outlives it, such as the gateway: in a session of its own, its
 * output in a file, and found again by a later platform. There is never a second one, but for one
 * that hands over to it.
 */
public final class Companion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "OPENCOP_COMPANION_TOKEN";

  private final Path record;
  private final Path before;
  private final Path output;
  private final Path folder;
  private final String bootId = ProcFs.bootId();
  private Process child;

  /**
   * One life of it.
   *
   * @param token in its environment too, for a platform that dies before it has seen the pid
   * @param pid 0 until it is known
   * @param startTicks with the pid and the boot it names a process for good
   * @param argv as it was started
   */
  public record Life(
      String token, long pid, long startTicks, String bootId, List<String> argv, long startedMs) {
    public Life {
      argv = List.copyOf(argv);
    }
  }

  /**
   * @param folder of its own; only this user may look into it
   */
  public Companion(Path folder, String name) throws IOException {
    Durable.privateFolder(folder);
    this.folder = folder;
    this.record = folder.resolve(name + ".process.json");
    this.before = folder.resolve(name + ".leaving.json");
    this.output = folder.resolve(name + ".log");
  }

  /** What it prints. */
  public Path output() {
    return output;
  }

  /** The life that goes on now, whoever began it. */
  public Optional<Life> running() {
    return last().map(life -> life.pid() == 0 ? search(life) : life).filter(this::alive);
  }

  /** Begins a life; call it only where none goes on. */
  public void start(List<String> argv, Map<String, String> environment) throws IOException {
    Files.deleteIfExists(output);
    String token = UUID.randomUUID().toString();
    long now = System.currentTimeMillis();
    write(new Life(token, 0, 0, bootId, argv, now));
    Map<String, String> all = new HashMap<>(environment);
    all.put(TOKEN, token);
    child = Launcher.start(argv, all, List.of(), folder, output);
    long ticks = ProcFs.stat(child.pid()).map(ProcFs.Stat::startTicks).orElse(0L);
    write(new Life(token, child.pid(), ticks, bootId, argv, now));
  }

  /** Begins a life to which the one that goes on hands over; that one is leaving from now on. */
  public void succeed(List<String> argv, Map<String, String> environment) throws IOException {
    List<Life> leaving = new ArrayList<>(leaving());
    running().ifPresent(leaving::add);
    Durable.writePrivate(before, JSON.writeValueAsBytes(leaving));
    start(argv, environment);
  }

  /** Lives that were succeeded and still go on. */
  public List<Life> leaving() {
    String now = last().map(Life::token).orElse("");
    try {
      return JSON.readValue(Files.readAllBytes(before), new TypeReference<List<Life>>() {}).stream()
          .filter(life -> !life.token().equals(now) && alive(life))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Nobody has taken its place: it is the one that runs again. */
  public void resume(Life leaving) throws IOException {
    write(leaving);
  }

  private void write(Life life) throws IOException {
    Durable.writePrivate(record, JSON.writeValueAsBytes(life));
  }

  private static Life search(Life life) {
    return ProcFs.all().stream()
        .filter(s -> s.alive() && s.pid() == s.group())
        .filter(s -> ProcFs.hasVariable(s.pid(), TOKEN + "=" + life.token()))
        .findFirst()
        .map(s ->
            new Life(
                life.token(),
                s.pid(),
                s.startTicks(),
                life.bootId(),
                life.argv(),
                life.startedMs()))
        .orElse(life);
  }

  /** How the last life ended; empty where it goes on or somebody else began it. */
  public OptionalInt exitCode() {
    boolean ours = child != null && last().filter(life -> life.pid() == child.pid()).isPresent();
    return ours && !child.isAlive() ? OptionalInt.of(child.exitValue()) : OptionalInt.empty();
  }

  /** SIGTERM to all of it. */
  public void terminate() {
    running().ifPresent(this::terminate);
  }

  /** SIGTERM to all of one, where it goes on. */
  public void terminate(Life life) {
    if (alive(life)) {
      Signals.toGroup(life.pid(), Signals.TERM);
    }
  }

  /** SIGKILL to all of it. */
  public void kill() {
    running().ifPresent(this::kill);
  }

  /** SIGKILL to all of one, where it goes on. */
  public void kill(Life life) {
    if (alive(life)) {
      Signals.toGroup(life.pid(), Signals.KILL);
    }
  }

  private Optional<Life> last() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(record), Life.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether this life goes on. */
  public boolean alive(Life life) {
    if (child != null && child.pid() == life.pid()) {
      return child.isAlive();
    }
    if (life.pid() == 0) {
      return false;
    }
    if (!ProcFs.there()) {
      return ProcessHandle.of(life.pid()).isPresent();
    }
    return life.bootId().equals(bootId)
        && ProcFs.stat(life.pid())
            .filter(s -> s.alive() && s.startTicks() == life.startTicks())
            .isPresent();
  }
}
