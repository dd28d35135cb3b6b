package io.opencop.runtime.release;

import io.opencop.model.app.Source;
import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What releases are made of, by the digest of its content: a build that overwrites a JAR while it
 * runs, or before a rollback, changes nothing here.
 */
public final class Artefacts {
  private final Path root;

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

  private Stored file(String from, String ending, Function<String, Source> kind)
      throws IOException {
    Path source = Path.of(from);
    Path copy = root.resolve("incoming-" + UUID.randomUUID());
    try {
      // The copy is what is hashed, so that a build that writes meanwhile cannot come between.
      Files.copy(source, copy);
      String digest = Digests.of(copy);
      Path target = root.resolve(digest + ending);
      if (!Files.exists(target)) {
        Durable.force(copy);
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(root);
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
