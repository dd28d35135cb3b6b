import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Zips a folder with its permissions: {@code java Zip.java FOLDER ZIP}. The JDK's file system for
 * zips keeps them, unlike the tool {@code jar}, and is there wherever we build, unlike {@code zip}.
 */
final class Zip {
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Path parent = folder.getParent();
    Map<String, ?> options = Map.of("create", "true", "enablePosixFileAttributes", true);
    URI uri = URI.create("jar:" + Path.of(args[1]).toAbsolutePath().toUri());
    try (FileSystem zip = FileSystems.newFileSystem(uri, options);
        Stream<Path> files = Files.walk(folder)) {
      for (Path from : (Iterable<Path>) files.sorted()::iterator) {
        Path to = zip.getPath(parent.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
          Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
      }
    }
  }

  private Zip() {}
}
