package io.opencop.runtime.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Files that are there whole after any crash. */
public final class Durable {
  private Durable() {}

  /** Replaces a file at once; on disk when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    replace(file, content);
  }

  /** The same, for what only its owner may read (mode 0600, from the moment it is made). */
  public static void writePrivate(Path file, byte[] content) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    replace(file, content, posix ? mode : new FileAttribute<?>[0]);
  }

  private static void replace(Path file, byte[] content, FileAttribute<?>... mode)
      throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    if (mode.length > 0) {
      Files.deleteIfExists(next); // one that is there would keep the mode it has
    }
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            mode)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    force(file.toAbsolutePath().getParent());
  }

  /** Makes a folder only its owner may look into, or makes one so that is there. */
  public static void privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      Files.createDirectories(folder);
      return;
    }
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwx------");
    if (Files.isDirectory(folder)) {
      Files.setPosixFilePermissions(folder, mode);
    } else {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
    }
  }

  /** Forces a file, or the names in a folder, to disk. */
  public static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a file, or a folder with everything in it. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
