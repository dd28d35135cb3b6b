package io.opencop.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.deploy.Understood.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Message.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a path for what it most likely is. What it is taken for is told, never guessed in silence.
 */
public final class Understanding {
  private static final List<String> MANIFESTS = List.of("app.yaml", "app.yml", "app.json");
  private static final Pattern NODE = Pattern.compile("node\\s+([^\\s&|;<>$`\"']+)\\s*");

  /** {@code shop-1.2.3-SNAPSHOT} is shop. */
  private static final Pattern VERSION =
      Pattern.compile("[-_.]v?[0-9]+(\\.[0-9]+)*([-.][A-Za-z0-9]+)*$");

  private Understanding() {}

  /**
   * @throws CopException COP-3622 to 3627 where it can be nothing
   */
  public static Understood of(Path given) throws IOException {
    Path path = given.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new CopException(DeployMessage.NOTHING_THERE.with("path", given));
    }
    return Files.isDirectory(path) ? folder(path) : file(path);
  }

  private static Understood file(Path file) throws IOException {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jar")) {
      return jar(file);
    }
    if (lower.endsWith(".war")) {
      return new Understood(
          file,
          new Text("a web archive, run by the Tomcat it needs", "WAR. 필요한 Tomcat에서 실행합니다"),
          name(name),
          new Source.Artefact("war", file));
    }
    if (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json")) {
      return manifest(file);
    }
    throw new CopException(DeployMessage.NOT_UNDERSTOOD.with("path", file));
  }

  private static Understood manifest(Path file) {
    return new Understood(file, new Text("a manifest", "매니페스트"), "-", new Source.Manifest(file));
  }

  private static Understood jar(Path jar) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      Manifest manifest = open.getManifest();
      if (manifest == null
          || manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) == null) {
        throw new CopException(DeployMessage.NOT_EXECUTABLE.with("path", jar));
      }
      boolean boot = manifest.getMainAttributes().getValue("Spring-Boot-Version") != null;
      return new Understood(
          jar,
          boot
              ? new Text("a Spring Boot application", "Spring Boot 애플리케이션")
              : new Text("an executable JAR", "실행 가능한 JAR"),
          name(jar.getFileName().toString()),
          new Source.Artefact("jar", jar));
    }
  }

  private static Understood folder(Path folder) throws IOException {
    for (String name : MANIFESTS) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return manifest(folder.resolve(name));
      }
    }
    Optional<Understood> found = node(folder);
    if (found.isEmpty() && Files.isRegularFile(folder.resolve("index.html"))) {
      found =
          Optional.of(
              new Understood(
                  folder,
                  new Text("a static site", "정적 사이트"),
                  name(folder.getFileName().toString()),
                  new Source.Artefact("static", folder)));
    }
    if (found.isEmpty()) {
      found = built(folder);
    }
    return found.orElseThrow(
        () -> new CopException(DeployMessage.NOT_UNDERSTOOD.with("path", folder)));
  }

  private static Optional<Understood> node(Path folder) throws IOException {
    Path file = folder.resolve("package.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode about = new ObjectMapper().readTree(Files.readAllBytes(file));
    String start = about.at("/scripts/start").asText("");
    Matcher plain = NODE.matcher(start);
    List<String> argv;
    if (plain.matches()) {
      // Without npm between, so that signals reach the program.
      argv = List.of("node", folder.resolve(plain.group(1)).normalize().toString());
    } else if (!start.isEmpty()) {
      argv = List.of("npm", "--prefix", folder.toString(), "start");
    } else if (about.hasNonNull("main")) {
      argv = List.of("node", folder.resolve(about.path("main").asText()).normalize().toString());
    } else if (Files.isRegularFile(folder.resolve("index.html"))) {
      return Optional.empty();
    } else {
      throw new CopException(DeployMessage.NO_START.with("path", file));
    }
    return Optional.of(
        new Understood(
            folder,
            new Text("a Node application", "Node 애플리케이션"),
            name(about.path("name").asText(folder.getFileName().toString())),
            new Source.Program(argv)));
  }

  /** What Maven or Gradle made in it. */
  private static Optional<Understood> built(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path outputs : List.of(folder.resolve("target"), folder.resolve("build/libs"))) {
      if (Files.isDirectory(outputs)) {
        try (Stream<Path> files = Files.list(outputs)) {
          files.filter(Understanding::runnable).forEach(found::add);
        }
      }
    }
    if (found.size() > 1) {
      throw new CopException(DeployMessage.SEVERAL.with("path", folder, "names", found.toString()));
    }
    boolean sources =
        Stream.of("pom.xml", "build.gradle", "build.gradle.kts")
            .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    if (found.isEmpty() && sources) {
      throw new CopException(DeployMessage.NOT_BUILT.with("path", folder));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(file(found.getFirst()));
  }

  private static boolean runnable(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".war")) {
      return true;
    }
    if (!name.endsWith(".jar") || name.matches(".*-(sources|javadoc|plain|tests)\\.jar")) {
      return false;
    }
    try (JarFile open = new JarFile(file.toFile())) {
      return open.getManifest() != null
          && open.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** A DNS label of a file's or folder's name. */
  static String name(String file) {
    String plain = VERSION.matcher(file.replaceAll("\\.(jar|war)$", "")).replaceFirst("");
    String label =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return label.length() > 63 ? label.substring(0, 63).replaceAll("-$", "") : label;
  }
}
