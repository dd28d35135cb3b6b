package io.opencop.sessions.member;

import io.opencop.sessions.grid.Member;
import io.opencop.sessions.grid.MemberSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.infinispan.Cache;
import org.infinispan.lifecycle.ComponentStatus;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.partitionhandling.AvailabilityMode;
import org.infinispan.server.Server;

/** Keeps a file that says how this member is, for whoever watches the grid. */
final class StatusFile {
  private static final long EVERY_MILLIS = 100;
  private static final long BEAT_MILLIS = 1_000;

  private final Path file;
  private final Server server;
  private final String cache;
  private final RespPort redis;
  private List<PauseGuard> guards = List.of();

  /**
   * @param redis open while the member is ready
   */
  StatusFile(Path folder, Server server, String cache, RespPort redis) {
    this.file = folder.resolve(MemberSettings.STATUS);
    this.server = server;
    this.cache = cache;
    this.redis = redis;
  }

  void start() {
    Thread.ofPlatform().daemon().name("status").start(this::run);
  }

  private void run() {
    String written = "";
    try {
      while (true) {
        String now = status();
        redis.open(now.startsWith(Member.State.READY.name()));
        if (!now.equals(written)) {
          write(now);
          written = now;
          if (now.startsWith(Member.State.READY.name())
              && Boolean.getBoolean(MemberSettings.END_WHEN_READY)) {
            System.exit(0);
          }
        }
        beat();
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String status() {
    if (server.getStatus() == ComponentStatus.FAILED) {
      // The server itself would stay, serving nobody. Its log says why.
      Runtime.getRuntime().halt(1);
    }
    if (server.getStatus() != ComponentStatus.RUNNING) {
      return Member.State.STARTING + " 0";
    }
    DefaultCacheManager manager = server.getCacheManager();
    List<? extends Cache<?, ?>> caches =
        Stream.of(cache, MemberXml.redis(cache)).map(manager::getCache).toList();
    if (guards.isEmpty()) {
      guards = caches.stream().map(PauseGuard::of).toList();
    }
    boolean all =
        guards.stream().noneMatch(PauseGuard::doubtful)
            && caches.stream().allMatch(StatusFile::whole);
    Member.State state = all ? Member.State.READY : Member.State.REFUSING;
    return state + " " + manager.getMembers().size();
  }

  private static boolean whole(Cache<?, ?> one) {
    return one.getAdvancedCache().getAvailability() == AvailabilityMode.AVAILABLE;
  }

  /** Whoever watches takes a member whose file grows old for one that hangs. */
  private void beat() {
    long now = System.currentTimeMillis();
    if (Math.abs(now - file.toFile().lastModified()) >= BEAT_MILLIS) {
      file.toFile().setLastModified(now);
    }
  }

  private void write(String status) {
    try {
      Path next = file.resolveSibling(MemberSettings.STATUS + ".next");
      Files.writeString(next, status);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
