package io.opencop.cli.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The platforms this user runs: a file each in {@code ~/.opencop/running}, so that one that starts
 * does not take another's place and one that ends leaves the others.
 */
public final class RunningPlatforms {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  public RunningPlatforms(Terminal terminal) {
    this.folder = terminal.copHome().resolve("running");
  }

  /** Writes it whole or not at all: a command may be reading. */
  public void add(RunningPlatform platform) throws IOException {
    Files.createDirectories(folder);
    Path whole = Files.createTempFile(folder, "new", ".tmp"); // readable by its owner only
    Files.writeString(whole, platform.toJson(JSON).toPrettyString());
    Files.move(whole, file(platform), StandardCopyOption.ATOMIC_MOVE);
  }

  public void remove(RunningPlatform platform) throws IOException {
    Files.deleteIfExists(file(platform));
  }

  private Path file(RunningPlatform platform) {
    return folder.resolve(platform.pid() + "-" + platform.port() + ".json");
  }

  /** Those whose process lives, by URL; what a killed process left behind is removed. */
  public List<RunningPlatform> living() {
    List<RunningPlatform> living = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        read(file).ifPresent(living::add);
      }
    } catch (NoSuchFileException e) {
      return List.of(); // none has ever run here
    } catch (IOException e) {
      return List.of(); // not ours to read: then they are not ours to use either
    }
    living.sort(Comparator.comparing(RunningPlatform::url));
    return living;
  }

  private static Optional<RunningPlatform> read(Path file) throws IOException {
    try {
      RunningPlatform platform = RunningPlatform.of(JSON.readTree(Files.readString(file)));
      URI.create(platform.url());
      if (platform.isAlive()) {
        return Optional.of(platform);
      }
      Files.deleteIfExists(file);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // ended while we looked, or not written by us
    }
    return Optional.empty();
  }

  /** The one this URL names, whose process is also the one that listens there. */
  Optional<RunningPlatform> at(URI url) {
    return living().stream().filter(p -> p.isAt(url)).filter(RunningPlatform::listens).findFirst();
  }

  /** For a sentence: one a line, indented. */
  static String lines(List<RunningPlatform> platforms) {
    return platforms.stream()
        .map(p -> System.lineSeparator() + "  " + p)
        .collect(Collectors.joining());
  }
}
