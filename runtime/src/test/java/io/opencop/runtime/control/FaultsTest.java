package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.release.Artefacts;
import io.opencop.runtime.release.Artefacts.Problem;
import io.opencop.runtime.release.Releases;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk is not as it was left, or cannot be written. */
class FaultsTest {
  @TempDir Path folder;

  @Test
  void whatCannotBeWrittenDoesNotCountAndIsSaid() throws Exception {
    try (AppsBed bed = new AppsBed(folder, StoredMetrics.NONE, ReleaseFigures.NONE)) {
      bed.apps.apply(app(1), "kim");
      bed.awaitReady(1);
      // Where a folder is no file can be written, whoever runs this.
      Path inTheWay = folder.resolve("apps").resolve("tiny.json.tmp");
      Files.createDirectories(inTheWay.resolve("x"));
      assertThatExceptionOfType(CopException.class)
          .isThrownBy(() -> bed.apps.scale("tiny", 3, "kim"))
          .satisfies(
              e -> assertThat(e.notices()).extracting(Notice::code).containsExactly("COP-3209"));
      assertThat(bed.tiny().wanted()).isEqualTo(1);
      Files.delete(inTheWay.resolve("x"));
      Files.delete(inTheWay);
      bed.apps.scale("tiny", 2, "kim");
      bed.awaitReady(2);
    }
  }

  @Test
  void anArtefactThatIsGoneOrChangedIsSeenAndApplyingItAgainMendsIt() throws Exception {
    Path jar = Files.writeString(folder.resolve("app.jar"), "content");
    Artefacts artefacts = new Artefacts(folder.resolve("artefacts"));
    Artefacts.Stored stored = artefacts.take(new Source.Jar(jar.toString()));
    Release release = Releases.of(app(1), stored, List.of(), Instant.now(), "kim");
    Path taken = Artefacts.path(stored.source());
    assertThat(artefacts.problem(release)).isEqualTo(Problem.NONE);
    Files.writeString(taken, "somebody else's");
    assertThat(artefacts.problem(release)).isEqualTo(Problem.CHANGED);
    artefacts.take(new Source.Jar(jar.toString()));
    assertThat(artefacts.problem(release)).isEqualTo(Problem.NONE);
    Files.delete(taken);
    assertThat(artefacts.problem(release)).isEqualTo(Problem.MISSING);
    artefacts.take(new Source.Jar(jar.toString()));
    assertThat(artefacts.problem(release)).isEqualTo(Problem.NONE);
  }

  private static App app(int replicas) {
    return Tiny.app(replicas, Duration.ofMinutes(1), List.of(), "one");
  }
}
