package io.opencop.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPL-3.0-only",
        "GNU General Public License v2",
        "AGPL-3.0",
        "BUSL-1.1",
        "LGPL-2.1-only",
        "SSPL-1.0",
        "none stated",
        "Some Licence of Our Own",
        "MIT AND GPL-3.0-only"
      })
  void aLibraryUnderThisLicenceAloneStopsTheBuild(String licence) {
    assertThatThrownBy(() -> Notices.write(List.of(new Library("a:b:1", "-", List.of(licence)))))
        .hasMessageContaining("a:b:1: " + licence);
  }

  @Test
  void allRefusedLibrariesAreNamedAtOnce() {
    List<Library> two =
        List.of(
            new Library("a:b:1", "-", List.of("AGPL-3.0")),
            new Library("c:d:2", "-", List.of("BUSL-1.1")));
    assertThatThrownBy(() -> Notices.write(two)).hasMessageContainingAll("a:b:1", "c:d:2");
  }

  @Test
  void ofSeveralLicencesThePermittedOneIsChosenInWriting() {
    String text =
        Notices.write(
            List.of(
                new Library("ch.qos:log:1", "x", List.of("EPL-2.0", "LGPL-2.1-only")),
                new Library(
                    "io.v:core:5",
                    "y",
                    List.of(
                        "Eclipse Public License - v 2.0",
                        "The Apache Software License, Version 2.0")),
                new Library("npm:z:1", "z", List.of("(GPL-3.0-only OR MIT)"))));
    assertThat(text)
        .contains("EPL-2.0 (chosen from: EPL-2.0 | LGPL-2.1-only)")
        .contains("Apache-2.0 (chosen from: Eclipse")
        .contains("MIT (chosen from: (GPL-3.0-only OR MIT))");
  }

  @Test
  void packagesForDevelopmentOnlyAreNotPassedOn() throws Exception {
    Path list = Files.writeString(folder.resolve("l.tsv"), "a:b:1\thttp://x\tMIT License\n");
    Path lock =
        Files.writeString(
            folder.resolve("package-lock.json"),
            """
            {"packages": {
              "": {"name": "console", "license": "Apache-2.0"},
              "node_modules/react": {"version": "19.3.1", "license": "MIT"},
              "node_modules/x/node_modules/@y/z": {"version": "1", "license": "ISC"},
              "node_modules/lint": {"version": "9", "license": "GPL-3.0-only", "dev": true}}}
            """);
    Path output = folder.resolve("out/THIRD-PARTY.txt");
    Notices.main(new String[] {output.toString(), list.toString(), lock.toString()});
    assertThat(output)
        .content()
        .contains("a:b:1\n  MIT\n", "npm:react:19.3.1\n  MIT", "npm:@y/z:1\n  ISC")
        .doesNotContain("npm:lint");
  }
}
