package io.opencop.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.cli.deploy.Understood.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cop deploy} takes a path for. */
class UnderstandingTest {
  @TempDir Path folder;

  @Test
  void aJarIsAnAppNamedWithoutItsVersion() throws IOException {
    Path jar = jar("order-api-1.4.0-SNAPSHOT.jar", true);
    Understood found = Understanding.of(jar);
    assertThat(found.name()).isEqualTo("order-api");
    assertThat(found.source()).isEqualTo(new Source.Artefact("jar", jar));
    assertThat(Understanding.name("ROOT.war")).isEqualTo("root");
    assertThat(Understanding.name("My_Shop 2.jar")).isEqualTo("my-shop-2");
    assertThatThrownBy(() -> Understanding.of(jar("library.jar", false)))
        .hasMessageContaining("COP-3627");
  }

  @Test
  void aFolderOfANodeProgramIsStartedWithoutAShellBetween() throws IOException {
    write(
        "package.json", "{\"name\":\"@team/chat\",\"scripts\":{\"start\":\"node src/server.js\"}}");
    Understood found = Understanding.of(folder);
    assertThat(found.name()).isEqualTo("team-chat");
    assertThat(found.source())
        .isEqualTo(new Source.Program(List.of("node", folder.resolve("src/server.js").toString())));
    write("package.json", "{\"name\":\"x\",\"scripts\":{\"start\":\"node a.js && rm -rf b\"}}");
    assertThat(Understanding.of(folder).source())
        .isEqualTo(new Source.Program(List.of("npm", "--prefix", folder.toString(), "start")));
    write("package.json", "{\"name\":\"x\"}");
    assertThatThrownBy(() -> Understanding.of(folder)).hasMessageContaining("COP-3626");
    // A site that was built by a tool of Node is a site.
    write("index.html", "<!doctype html>");
    assertThat(Understanding.of(folder).source()).isEqualTo(new Source.Artefact("static", folder));
  }

  @Test
  void aManifestCountsBeforeEverythingElse() throws IOException {
    write("index.html", "x");
    write("app.yaml", "kind: App");
    assertThat(Understanding.of(folder).source())
        .isEqualTo(new Source.Manifest(folder.resolve("app.yaml")));
  }

  @Test
  void sourcesAreDeployedByWhatWasBuiltOfThem() throws IOException {
    write("pom.xml", "<project/>");
    assertThatThrownBy(() -> Understanding.of(folder)).hasMessageContaining("COP-3624");
    Files.createDirectories(folder.resolve("target"));
    Path war = Files.writeString(folder.resolve("target/site.war"), "x");
    assertThat(Understanding.of(folder).source()).isEqualTo(new Source.Artefact("war", war));
    Path other = Files.writeString(folder.resolve("target/admin.war"), "x");
    assertThat(other).exists();
    assertThatThrownBy(() -> Understanding.of(folder)).hasMessageContaining("COP-3625");
  }

  @Test
  void whatIsNothingIsSaidToBeNothing() throws IOException {
    assertThatThrownBy(() -> Understanding.of(folder.resolve("nowhere")))
        .hasMessageContaining("COP-3622");
    assertThatThrownBy(() -> Understanding.of(folder)).hasMessageContaining("COP-3623");
    write("notes.txt", "x");
    assertThatThrownBy(() -> Understanding.of(folder.resolve("notes.txt")))
        .hasMessageContaining("COP-3623");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Path jar(String name, boolean executable) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (executable) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "a.B");
    }
    Path jar = folder.resolve(name);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
