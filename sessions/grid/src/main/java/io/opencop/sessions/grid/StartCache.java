package io.opencop.sessions.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a JVM remembers of a member's start, so that the next one takes half the CPU time (JEP 483,
 * 514). Learnt from a member of its own that serves nobody. Belongs to exactly these jars, this JDK
 * and these flags; without it a member only starts more slowly.
 */
final class StartCache {
  private static final String SUFFIX = ".aot";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 100;

  private final LocalGridSettings settings;
  private final Path file;

  StartCache(LocalGridSettings settings) {
    this.settings = settings;
    this.file = settings.folder().resolve("start-" + key() + SUFFIX);
  }

  /** The flag for a member's JVM; empty where nothing has been learnt. */
  Optional<String> flag() {
    return exists() ? Optional.of("-XX:AOTCache=" + file) : Optional.empty();
  }

  private boolean exists() {
    try {
      return Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** An empty file says that it was tried in vain, so that nobody tries again and again. */
  private boolean tried() {
    // A folder of classes on the class path may change; the JVM does not remember those.
    return Files.exists(file)
        || Stream.of(settings.classPath().split(java.io.File.pathSeparator, -1))
            .anyMatch(p -> !p.endsWith(".jar"));
  }

  /** Learns, which takes some 15 CPU seconds, unless that has been done. */
  synchronized void learn() throws IOException, InterruptedException {
    if (tried()) {
      return;
    }
    Path folder = Files.createTempDirectory(settings.folder(), "learning-");
    Path fresh = folder.resolve("start" + SUFFIX);
    LocalGridSettings one =
        LocalGridSettings.small(folder, settings.java(), settings.classPath())
            .withDisk(settings.disk())
            .withJvmOptions(
                Stream.concat(
                        settings.jvmOptions().stream(),
                        Stream.of(
                            "-XX:AOTCacheOutput=" + fresh,
                            "-D" + MemberSettings.END_WHEN_READY + "=true"))
                    .toList());
    LocalGrid grid = new LocalGrid(one);
    try {
      grid.ensure();
      awaitEnd(grid);
      if (Files.exists(fresh)) {
        forgetOthers();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createFile(file);
      }
    } finally {
      grid.stop(Duration.ZERO);
      remove(folder);
    }
  }

  /** It ends by itself, also where nobody is left to end it. The JVM writes down what it learnt. */
  private static void awaitEnd(LocalGrid grid) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (grid.members().getFirst().state() != Member.State.ENDED && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void forgetOthers() throws IOException {
    try (Stream<Path> files = Files.list(settings.folder())) {
      for (Path old : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        Files.delete(old);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }

  private String key() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(settings.classPath(), settings.java().toString())) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
      }
      digest.update(settings.jvmOptions().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
