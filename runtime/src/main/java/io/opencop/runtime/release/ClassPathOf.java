package io.opencop.runtime.release;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The files a JAR's manifest names beside it (JAR specification, Class-Path). */
final class ClassPathOf {
  private ClassPathOf() {}

  /**
   * Those that are there; one that is not, the JVM passes over as well.
   *
   * @throws IOException where one is not below the JAR's own folder: it could not be taken along
   */
  static List<Path> jar(Path jar) throws IOException {
    Path folder = jar.toAbsolutePath().normalize().getParent();
    List<Path> files = new ArrayList<>();
    for (String entry : entries(jar)) {
      Path path =
          folder
              .resolve(URLDecoder.decode(entry.replace("+", "%2B"), StandardCharsets.UTF_8))
              .toAbsolutePath()
              .normalize();
      if (!Files.exists(path) || path.equals(jar)) {
        continue;
      }
      if (!path.startsWith(folder) || path.equals(folder)) {
        throw new IOException("Class-Path of " + jar + " names " + entry + ", outside its folder");
      }
      files.addAll(Files.isDirectory(path) ? Digests.files(path) : List.of(path));
    }
    return files.stream().distinct().toList();
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      Manifest manifest = open.getManifest();
      String all =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return all == null || all.isBlank() ? List.of() : List.of(all.trim().split("\\s+"));
    } catch (java.util.zip.ZipException e) {
      // No archive: it will not start either, which is told with what it prints.
      return List.of();
    }
  }
}
