package io.opencop.runtime.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.app.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is what it contains, wherever it came from. */
class SiteArtefactTest {
  @TempDir Path folder;
  private Path site;
  private Artefacts artefacts;

  @BeforeEach
  void build() throws IOException {
    site = Files.createDirectories(folder.resolve("site/sub"));
    site = site.getParent();
    Files.writeString(site.resolve("index.html"), "hello");
    Files.writeString(site.resolve("sub/page.html"), "page");
    artefacts = new Artefacts(folder.resolve("artefacts"));
  }

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("site.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(
              (name.endsWith("page.html") ? "page" : "hello")
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    return file;
  }

  private Artefacts.Stored take(Path path) throws IOException {
    return artefacts.take(new Source.StaticSite(path.toString(), true));
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("artefacts"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void aFolderAndAZipOfItAreTheSameRelease() throws IOException {
    Artefacts.Stored first = take(site);
    Artefacts.Stored second = take(zip("sub/", "sub/page.html", "index.html"));
    assertThat(second).isEqualTo(first);
    assertThat(kept()).containsExactly(first.digest());
    Path stored = Path.of(((Source.StaticSite) first.source()).path());
    assertThat(Files.readString(stored.resolve("sub/page.html"))).isEqualTo("page");
  }

  @Test
  void aLaterBuildInTheFolderChangesNothing() throws IOException {
    Artefacts.Stored first = take(site);
    Files.writeString(site.resolve("index.html"), "other");
    Path stored = Path.of(((Source.StaticSite) first.source()).path());
    assertThat(Files.readString(stored.resolve("index.html"))).isEqualTo("hello");
    assertThat(take(site).digest()).isNotEqualTo(first.digest());
  }

  @Test
  void nothingComesInFromOutside() throws IOException {
    Files.writeString(folder.resolve("secret"), "secret");
    for (String name : List.of("../secret", "/etc/x", "a/../../secret", "..\\secret")) {
      Path zip = zip("index.html", name);
      assertThatThrownBy(() -> take(zip))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(name);
    }
    Files.createSymbolicLink(site.resolve("leak.txt"), folder.resolve("secret"));
    assertThatThrownBy(() -> take(site))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leak.txt");
    assertThat(kept()).isEmpty();
    assertThat(folder.resolve("artefacts/secret")).doesNotExist();
  }
}
