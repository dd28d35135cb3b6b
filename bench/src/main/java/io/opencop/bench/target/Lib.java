package io.opencop.bench.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program carries for other processes, in folders beside its own jars. */
public final class Lib {
  /** The folder of the program's jars. */
  public static final String FOLDER = "opencop.lib";

  /** With the part's name behind it: a class path to be used instead of the folder. */
  public static final String CLASS_PATH = "opencop.bench.classpath.";

  private Lib() {}

  /**
   * @param part {@code grid}, {@code bench/tomcat} ...
   * @return a class path of its jars, in a fixed order
   */
  public static String classPath(String part) {
    String given = System.getProperty(CLASS_PATH + part);
    if (given != null) {
      return given;
    }
    String lib = System.getProperty(FOLDER);
    if (lib == null) {
      throw new BenchException("This benchmark is run by ./cop, which tells where " + part + " is");
    }
    Path folder = Path.of(lib).toAbsolutePath().resolve(part);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(f -> f.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(System.getProperty("path.separator")));
    } catch (IOException e) {
      throw new BenchException("No jars in " + folder + ": run ./cop build", e);
    }
  }

  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
