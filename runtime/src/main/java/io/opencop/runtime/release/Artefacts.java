package io.opencop.runtime.release;

import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What releases are made of, by the digest of its content: a build that overwrites a JAR while it
 * runs, or before a rollback, changes nothing here.
 */
public final class Artefacts {
  private final Path root;
  private final Map<Path, Look> sound = new ConcurrentHashMap<>();

  public Artefacts(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  /**
   * An artefact that has been taken in.
   *
   * @param source says where the content lies here
   * @param digest SHA-256, hex; empty where there is no content (a plain command)
   */
  public record Stored(Source source, String digest) {}

  /** Takes the content in, unless it is here already. On disk when this returns. */
  public Stored take(Source source) throws IOException {
    return switch (source) {
      case Source.Jar jar -> jar(jar.path());
      case Source.War war -> file(war.path(), ".war", Source.War::new);
      case Source.StaticSite site -> site(site);
      case Source.Command command -> new Stored(command, "");
      case Source.Image image -> new Stored(image, "");
    };
  }

  /** What is the matter with what a release is made of. */
  public enum Problem {
    NONE,
    MISSING,
    CHANGED
  }

  /** A file as it was when its content was last looked at. */
  private record Look(FileTime time, long size, Object key, boolean sound) {}

  /** Where a release's artefact lies; null for what needs none. */
  public static Path path(Source source) {
    return switch (source) {
      case Source.Jar jar -> Path.of(jar.path());
      case Source.War war -> Path.of(war.path());
      case Source.StaticSite site -> Path.of(site.path());
      case Source.Command _, Source.Image _ -> null;
    };
  }

  /**
   * Whether a release still is what it was made of. A file's content is read again where its time,
   * size or inode are others; of a folder only that it is there is looked at.
   */
  public Problem problem(Release release) throws IOException {
    Path path = path(release.app().source());
    if (path == null) {
      return Problem.NONE;
    }
    if (!Files.exists(path)) {
      return Problem.MISSING;
    }
    boolean folder = !path.getFileName().toString().startsWith(release.artefact() + ".");
    if (folder) {
      return Problem.NONE; // the site, or a JAR with others beside it
    }
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    Look last = sound.get(path);
    if (last == null
        || !last.time().equals(now.lastModifiedTime())
        || last.size() != now.size()
        || !Objects.equals(last.key(), now.fileKey())) {
      boolean same = Digests.of(path).equals(release.artefact());
      last = new Look(now.lastModifiedTime(), now.size(), now.fileKey(), same);
      sound.put(path, last);
    }
    return last.sound() ? Problem.NONE : Problem.CHANGED;
  }

  private Stored file(String from, String ending, Function<String, Source> kind)
      throws IOException {
    Path source = Path.of(from);
    Path copy = root.resolve("incoming-" + UUID.randomUUID());
    try {
      // The copy is what is hashed, so that a build that writes meanwhile cannot come between.
      Files.copy(source, copy);
      String digest = Digests.of(copy);
      Path target = root.resolve(digest + ending);
      // One that somebody has changed is replaced, or it could never be mended.
      if (!Files.exists(target) || !digest.equals(Digests.of(target))) {
        Durable.force(copy);
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(root);
        sound.remove(target);
      }
      return new Stored(kind.apply(target.toString()), digest);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** With the libraries beside it where its manifest names some: without them it is nothing. */
  private Stored jar(String path) throws IOException {
    Path jar = Path.of(path);
    List<Path> beside = ClassPathOf.jar(jar);
    if (beside.isEmpty()) {
      return file(path, ".jar", Source.Jar::new);
    }
    List<Path> all = new ArrayList<>(beside);
    all.add(jar);
    String digest = take(jar.getParent(), all);
    Path here = root.resolve(digest).resolve(jar.getFileName().toString());
    return new Stored(new Source.Jar(here.toString()), digest);
  }

  private Stored site(Source.StaticSite site) throws IOException {
    String digest = take(copy -> SiteFiles.copy(Path.of(site.path()), copy));
    String here = root.resolve(digest).toString();
    return new Stored(new Source.StaticSite(here, site.singlePage()), digest);
  }

  /** Their digest, which is also the name of the folder they are in here. */
  private String take(Path source, List<Path> files) throws IOException {
    return take(copy -> {
      Files.createDirectories(copy);
      for (Path file : files) {
        Path to = copy.resolve(source.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
        Durable.force(to);
      }
    });
  }

  /** Puts files into a new folder. */
  private interface Filling {
    void into(Path copy) throws IOException;
  }

  private String take(Filling files) throws IOException {
    Path copy = root.resolve("incoming-" + UUID.randomUUID());
    try {
      files.into(copy);
      String digest = Digests.of(copy);
      Path target = root.resolve(digest);
      if (!Files.exists(target)) {
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(root);
      }
      return digest;
    } finally {
      if (Files.exists(copy)) {
        Durable.delete(copy);
      }
    }
  }
}
