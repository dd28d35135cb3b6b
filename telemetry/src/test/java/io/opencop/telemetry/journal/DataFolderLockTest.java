package io.opencop.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two platforms on one data folder: the second refuses and names the first. */
class DataFolderLockTest {
  @TempDir Path dir;

  /** The other platform: takes the lock and waits to be killed. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      try (var _ = DataFolderLock.acquire(Path.of(args[0]))) {
        System.out.println("locked");
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  @Test
  void refusesWithinOneProcess() throws Exception {
    try (var _ = DataFolderLock.acquire(dir)) {
      assertThatThrownBy(() -> DataFolderLock.acquire(dir))
          .isInstanceOf(DataFolderLock.InUseException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    DataFolderLock.acquire(dir).close();
  }

  @Test
  void refusesAnotherProcessUntilThatOneIsKilled() throws Exception {
    Process other = ChildJvm.start(Holder.class, dir.toString());
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> DataFolderLock.acquire(dir))
          .isInstanceOf(DataFolderLock.InUseException.class)
          .hasMessageContaining(dir.toString())
          .hasMessageContaining("process " + other.pid() + " on host ")
          .hasMessageContaining(", started 2");
    } finally {
      other.destroyForcibly().waitFor();
    }
    DataFolderLock.acquire(dir).close();
  }
}
