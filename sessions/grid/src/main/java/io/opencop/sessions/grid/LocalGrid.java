package io.opencop.sessions.grid;

import io.opencop.model.message.CopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grid as processes of this machine, on loopback only. */
public final class LocalGrid implements SessionGrid {
  private static final String HOST = "127.0.0.1";
  private static final String CACHE = "sessions";
  private static final String USER = "opencop";
  private static final int SECRET_BYTES = 24;

  /** So long the next member waits for the one before it. */
  private static final Duration JOINING = Duration.ofSeconds(30);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final LocalGridSettings settings;
  private final Map<String, MemberSettings> members = new LinkedHashMap<>();
  private final Map<String, Heartbeat> heartbeats = new HashMap<>();

  /**
   * Reads what the folder says of the grid, or decides it: ports and secrets are chosen once, so
   * that a member that comes back is where its clients look for it.
   *
   * @throws CopException COP-3411 where the folder cannot be used
   */
  public LocalGrid(LocalGridSettings settings) {
    this.settings = settings;
    try {
      Files.createDirectories(settings.folder());
      Files.setPosixFilePermissions(
          settings.folder(), PosixFilePermissions.fromString("rwx------"));
      Path first = settings.folder().resolve(name(1)).resolve(MemberSettings.FILE);
      if (Files.exists(first)) {
        read();
      } else {
        decide();
      }
    } catch (IOException e) {
      throw new CopException(
          GridMessage.FOLDER.with("folder", settings.folder(), "reason", e.toString()), e);
    }
  }

  private static String name(int number) {
    return "grid-" + number;
  }

  private void read() throws IOException {
    for (int i = 1; i <= settings.members(); i++) {
      MemberSettings one = MemberSettings.read(settings.folder().resolve(name(i)));
      members.put(one.name(), one);
    }
  }

  private void decide() throws IOException {
    int[] ports = PortPairs.free(HOST, 2 * settings.members() + 1);
    List<String> peers = new ArrayList<>();
    for (int i = 0; i < settings.members(); i++) {
      peers.add(HOST + "[" + ports[2 * i + 1] + "]");
    }
    String password = secret();
    String shared = secret();
    // The first one's file is written last: it says that the others are there.
    for (int i = settings.members() - 1; i >= 0; i--) {
      MemberSettings one =
          new MemberSettings(
              name(i + 1),
              HOST,
              ports[2 * i],
              ports[2 * settings.members()],
              ports[2 * i + 1],
              peers,
              CACHE,
              USER,
              password,
              shared,
              settings.disk());
      Path folder = settings.folder().resolve(one.name());
      Files.createDirectories(folder);
      one.write(folder);
    }
    read();
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private MemberProcess process(MemberSettings one) {
    return new MemberProcess(settings.folder().resolve(one.name()), settings);
  }

  @Override
  public GridAccess access() {
    MemberSettings first = members.values().iterator().next();
    return new GridAccess(
        members.values().stream().map(MemberSettings::endpoint).toList(),
        first.redis(),
        USER,
        first.password(),
        CACHE);
  }

  /**
   * Starts the next member that is missing, and ends one that is silent so that it is missing; call
   * it several times a second while the grid is to run.
   */
  @Override
  public synchronized void ensure() {
    endTheSilent();
    for (MemberSettings one : members.values()) {
      MemberProcess process = process(one);
      if (process.running().isEmpty()) {
        if (oneStarts()) {
          return;
        }
        try {
          process.start();
        } catch (IOException e) {
          throw new CopException(
              GridMessage.START.with("member", one.name(), "reason", e.toString()), e);
        }
      }
    }
  }

  /** Only while every other one is well: on a machine that stands still, nobody is at fault. */
  private void endTheSilent() {
    List<String> silent = members.keySet().stream().filter(this::silent).toList();
    if (silent.size() == 1
        && members().stream()
            .allMatch(m -> m.name().equals(silent.getFirst()) || m.state() == Member.State.READY)) {
      process(silent.getFirst()).ifPresent(ProcessHandle::destroyForcibly);
      heartbeats.remove(silent.getFirst());
    }
  }

  /** To be asked of each at each look. */
  private boolean silent(String name) {
    MemberProcess process = process(members.get(name));
    if (process.running().isEmpty()) {
      heartbeats.remove(name);
      return false;
    }
    Heartbeat heartbeat = heartbeats.computeIfAbsent(name, _ -> new Heartbeat());
    // One that starts may live and still wait for ever.
    boolean starts = member(members.get(name)).state() == Member.State.STARTING;
    return heartbeat.silent(
        starts ? 0 : process.beat(), System.nanoTime(), starts ? LONGEST_START : LONGEST_SILENCE);
  }

  /** Members that join at the same moment have waited for each other's data for ever. */
  private boolean oneStarts() {
    Instant young = Instant.now().minus(JOINING);
    return members().stream()
        .filter(m -> m.state() == Member.State.STARTING)
        .flatMap(m -> process(m.name()).stream())
        .anyMatch(p -> p.info().startInstant().filter(young::isBefore).isPresent());
  }

  /**
   * Has members start faster from now on; takes half a minute once for each build, and nothing
   * after that. Best called when the grid is whole. May be called beside everything else.
   */
  public void learnToStart() throws InterruptedException {
    try {
      new StartCache(settings).learn();
    } catch (IOException e) {
      throw new CopException(
          GridMessage.FOLDER.with("folder", settings.folder(), "reason", e.toString()), e);
    }
  }

  @Override
  public List<Member> members() {
    return members.values().stream().map(this::member).toList();
  }

  private Member member(MemberSettings one) {
    MemberProcess process = process(one);
    if (process.running().isEmpty()) {
      return new Member(one.name(), one.endpoint(), Member.State.ENDED, 0);
    }
    String[] said = process.status().split(" ", 2);
    if (said.length < 2) {
      return new Member(one.name(), one.endpoint(), Member.State.STARTING, 0);
    }
    return new Member(
        one.name(), one.endpoint(), Member.State.valueOf(said[0]), Integer.parseInt(said[1]));
  }

  /** The process of a member, for who watches processes; empty where it has none. */
  public Optional<ProcessHandle> process(String member) {
    return Optional.ofNullable(members.get(member)).flatMap(m -> process(m).running());
  }

  /** Ends every member, and with the last of them the sessions. */
  public synchronized void stop(Duration grace) {
    List<Thread> stopping =
        members.values().stream()
            .map(one -> Thread.ofVirtual().start(() -> process(one).stop(grace)))
            .toList();
    for (Thread thread : stopping) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    // Nothing is held: members are processes of their own.
  }
}
