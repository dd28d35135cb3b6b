import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the sources of Tomcat 9 from those of 10.1 and 11: {@code java Javax.java FROM TO [FROM TO]...}. The
 * compiler then holds them against Tomcat 9's own classes.
 */
final class Javax {
  private static final Map<String, String> RULES =
      Map.of(
          "jakarta.servlet", "javax.servlet",
          // A principal of Tomcat 9 has a password, be it none.
          "new GenericPrincipal(header.user(), ", "new GenericPrincipal(header.user(), null, ");

  private Javax() {}

  public static void main(String[] folders) throws IOException {
    for (int i = 0; i < folders.length; i += 2) {
      Path from = Path.of(folders[i]);
      Path to = Path.of(folders[i + 1]);
      clear(to);
      List<Path> sources;
      try (Stream<Path> files = Files.walk(from)) {
        sources = files.filter(Files::isRegularFile).toList();
      }
      for (Path source : sources) {
        String text = Files.readString(source);
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
          text = text.replace(rule.getKey(), rule.getValue());
        }
        Path target = to.resolve(from.relativize(source).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
      }
    }
  }

  /** A source that is gone from there must go from here. */
  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
