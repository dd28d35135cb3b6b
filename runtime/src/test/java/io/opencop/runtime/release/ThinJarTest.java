package io.opencop.runtime.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.app.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JAR whose manifest names libraries beside it is taken in with them. */
class ThinJarTest {
  @TempDir Path folder;
  private Artefacts artefacts;

  @BeforeEach
  void open() throws IOException {
    artefacts = new Artefacts(folder.resolve("artefacts"));
    Files.createDirectories(folder.resolve("app/lib"));
    Files.writeString(folder.resolve("app/lib/a b.jar"), "library");
  }

  @Test
  void itsLibrariesComeAlongAndAreInTheDigest() throws IOException {
    jar("lib/a%20b.jar lib/missing.jar");
    Artefacts.Stored first = artefacts.take(source());
    Path stored = Path.of(((Source.Jar) first.source()).path());
    assertThat(stored).isRegularFile();
    assertThat(stored.resolveSibling("lib").resolve("a b.jar")).hasContent("library");
    assertThat(artefacts.take(source())).isEqualTo(first);

    Files.writeString(folder.resolve("app/lib/a b.jar"), "another");
    assertThat(artefacts.take(source()).digest()).isNotEqualTo(first.digest());
    assertThat(stored.resolveSibling("lib").resolve("a b.jar")).hasContent("library");
  }

  @Test
  void whatIsNotBelowItsFolderIsRefused() throws IOException {
    Files.writeString(folder.resolve("outside.jar"), "x");
    jar("../outside.jar");
    assertThatThrownBy(() -> artefacts.take(source())).hasMessageContaining("../outside.jar");
  }

  @Test
  void oneWithoutIsTakenAsOneFile() throws IOException {
    jar(null);
    Artefacts.Stored stored = artefacts.take(source());
    assertThat(((Source.Jar) stored.source()).path()).endsWith(stored.digest() + ".jar");
  }

  private Source.Jar source() {
    return new Source.Jar(folder.resolve("app/app.jar").toString());
  }

  private void jar(String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (classPath != null) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    new JarOutputStream(Files.newOutputStream(folder.resolve("app/app.jar")), manifest).close();
  }
}
