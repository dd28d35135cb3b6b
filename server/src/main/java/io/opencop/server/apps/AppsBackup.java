package io.opencop.server.apps;

import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What is wanted of the apps, with what they are made of and their secrets. Instances are no part
 * of it: a platform on the copy starts its own.
 */
public final class AppsBackup {
  private static final String FOLDER = "runtime";

  /** In this order: an app's artefact is there before the app is, and stays. */
  private static final List<String> PARTS = List.of("apps", "secrets", "artefacts");

  private AppsBackup() {}

  /** What was copied. */
  public record Copied(int files, long bytes) {}

  /**
   * Copies from one data folder, or backup, into another. On disk when it returns; readable for
   * this user only.
   */
  public static Copied copy(Path from, Path to) throws IOException {
    Copy copy = new Copy(from, to);
    for (String part : PARTS) {
      Path source = from.resolve(FOLDER).resolve(part);
      if (Files.isDirectory(source)) {
        Durable.privateFolder(to.resolve(FOLDER));
        Files.walkFileTree(source, copy);
      }
    }
    return new Copied(copy.files, copy.bytes);
  }

  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private int files;
    private long bytes;

    private Copy(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      // An artefact that is being taken in belongs to no app yet.
      if (folder.getFileName().toString().startsWith("incoming-")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      if (attributes.isRegularFile() && !name.startsWith("incoming-")) {
        Path copied = to.resolve(from.relativize(file));
        Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
        Durable.force(copied);
        files++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
