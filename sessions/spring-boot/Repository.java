import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * Puts one version of an artifact into a Maven repository: {@code java Repository.java ROOT GROUP
 * ARTIFACT VERSION FILE...}.
 *
 * <p>A snapshot gets the time in its name and metadata that tells it, as a deployment does: Maven
 * never looks again at a file called {@code -SNAPSHOT} that it has fetched once, and would build
 * applications with the sessions of an older program.
 */
final class Repository {
  private static final String SNAPSHOT = "-SNAPSHOT";

  private Repository() {}

  public static void main(String[] arguments) throws IOException {
    String group = arguments[1];
    String artifact = arguments[2];
    String version = arguments[3];
    Path folder =
        Path.of(arguments[0]).resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    empty(folder);
    String time = time("yyyyMMdd.HHmmss");
    String value =
        version.endsWith(SNAPSHOT) ? version.replace(SNAPSHOT, "-" + time + "-1") : version;
    StringBuilder files = new StringBuilder();
    for (int i = 4; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String name = file.getFileName().toString();
      String ending = name.substring(name.lastIndexOf('.') + 1);
      Files.copy(
          file,
          folder.resolve(artifact + "-" + value + "." + ending),
          StandardCopyOption.REPLACE_EXISTING);
      files.append(
          """
                <snapshotVersion>
                  <extension>%s</extension><value>%s</value><updated>%s</updated>
                </snapshotVersion>
          """
              .formatted(ending, value, time.replace(".", "")));
    }
    if (version.endsWith(SNAPSHOT)) {
      Files.writeString(
          folder.resolve("maven-metadata.xml"),
          metadata(group, artifact, version, time, files.toString()));
    }
  }

  private static String metadata(
      String group, String artifact, String version, String time, String files) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <metadata modelVersion="1.1.0">
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <versioning>
            <snapshot><timestamp>%s</timestamp><buildNumber>1</buildNumber></snapshot>
            <lastUpdated>%s</lastUpdated>
            <snapshotVersions>
        %s    </snapshotVersions>
          </versioning>
        </metadata>
        """
        .formatted(group, artifact, version, time, time.replace(".", ""), files);
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
  }

  private static String time(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(Instant.now());
  }
}
