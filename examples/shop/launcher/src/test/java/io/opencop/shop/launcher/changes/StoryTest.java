package io.opencop.shop.launcher.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoryTest {
  @Test
  void anUndoneDiffTakesBackWhatItAdded() {
    Story story =
        new Story("smaller pool", "최도윤", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-size=10\n+size=1\n");
    assertThat(story.undone("back").diff())
        .isEqualTo("--- a/x\n+++ b/x\n@@ -1 +1 @@\n+size=10\n-size=1\n");
  }

  @Test
  void aFlagIsSetWithoutLosingTheOthers(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("catalog.properties");
    FlagFile.set(file, "new-badge", true);
    FlagFile.set(file, "similar-products", true);
    FlagFile.set(file, "new-badge", false);
    assertThat(Files.readString(file)).isEqualTo("new-badge=false\nsimilar-products=true\n");
  }
}
