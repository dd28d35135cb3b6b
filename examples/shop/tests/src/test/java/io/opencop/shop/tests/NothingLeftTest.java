package io.opencop.shop.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** However a launcher ends, and whenever, no process of its shop stays. */
class NothingLeftTest {
  // Never cleaned by JUnit: a database that is just ending writes into it.
  @TempDir(cleanup = CleanupMode.NEVER)
  Path work;

  private OtlpSink sink;

  @BeforeEach
  void open() throws Exception {
    sink = new OtlpSink();
  }

  @Test
  void killedInTheMiddleOfAStart() throws Exception {
    Launched shop = new Launched(work, sink);
    shop.await("starting", "catalog");
    Await.until(
        () -> "PostgreSQL and services",
        () -> ours().size() > 5 ? Optional.of(1) : Optional.empty());
    shop.process.destroyForcibly();
    assertNothingStays();
  }

  @Test
  void toldToEndInTheMiddleOfAStart() throws Exception {
    Launched shop = new Launched(work, sink);
    shop.await("starting", "payment");
    shop.process.destroy();
    assertNothingStays();
  }

  @Test
  void theDatabasesKeeperKilled() throws Exception {
    Launched shop = new Launched(work, sink);
    shop.await("starting", "catalog");
    ProcessHandle keeper =
        shop.process
            .descendants()
            .filter(p -> p.info().commandLine().orElse("").contains("launcher.Backing"))
            .findFirst()
            .orElseThrow();
    keeper.destroyForcibly();
    assertThat(shop.process.waitFor()).isEqualTo(1);
    assertNothingStays();
  }

  private void assertNothingStays() throws InterruptedException {
    Await.until(
        () -> "the end of " + ours(), () -> ours().isEmpty() ? Optional.of(1) : Optional.empty());
    assertThat(ours()).isEmpty();
  }

  /** Command lines that name the work folder: launcher, keeper, PostgreSQL, services. */
  private List<String> ours() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .map(ProcessHandle.Info::commandLine)
        .flatMap(Optional::stream)
        .filter(line -> line.contains(work.toString()))
        .toList();
  }
}
