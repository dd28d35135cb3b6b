package io.opencop.runtime.release;

import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes in the files of a site, from a folder or a zip. Nothing from outside of either comes in.
 */
final class SiteFiles {
  /** A zip of some kilobytes can unpack to petabytes. */
  private static final long MOST_BYTES = 4L << 30;

  private static final int MOST_FILES = 200_000;
  private static final int BUFFER = 1 << 16;

  private SiteFiles() {}

  /**
   * All files are on disk when this returns.
   *
   * @throws IOException where a link or an entry leads out of the folder, naming it
   */
  static void copy(Path source, Path to) throws IOException {
    Files.createDirectories(to);
    if (Files.isRegularFile(source)) {
      unzip(source, to);
    } else {
      folder(source, to);
    }
  }

  private static void folder(Path source, Path to) throws IOException {
    Path root = source.toRealPath();
    for (Path file : Digests.files(source)) {
      if (!file.toRealPath().startsWith(root)) {
        throw new IOException(file + " is a link out of the folder / 폴더 밖을 가리키는 링크입니다");
      }
      Path copy = to.resolve(source.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      Durable.force(copy);
    }
  }

  private static void unzip(Path source, Path to) throws IOException {
    long left = MOST_BYTES;
    int files = 0;
    try (ZipFile zip = new ZipFile(source.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path copy = inside(to, entry.getName());
        if (entry.isDirectory()) {
          continue; // folders come with their files
        }
        files++;
        if (files > MOST_FILES) {
          throw new IOException(source + ": > " + MOST_FILES + " files / 파일이 너무 많습니다");
        }
        Files.createDirectories(copy.getParent());
        left = write(zip, entry, copy, left);
        if (left < 0) {
          throw new IOException(source + ": > " + (MOST_BYTES >> 30) + " GB / 너무 큽니다");
        }
        Durable.force(copy);
      }
    }
  }

  private static Path inside(Path to, String name) throws IOException {
    try {
      Path file = to.resolve(name.replace('\\', '/')).normalize();
      if (file.startsWith(to) && !file.equals(to)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // As below.
    }
    throw new IOException(name + " leads out of the zip / zip 밖을 가리킵니다");
  }

  /** What may still come; negative where it is too much. */
  private static long write(ZipFile zip, ZipEntry entry, Path copy, long most) throws IOException {
    long left = most;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(copy)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          return left;
        }
        out.write(buffer, 0, n);
      }
    }
    return left;
  }
}
