package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.append;
import static io.opencop.telemetry.journal.Journals.bytes;
import static io.opencop.telemetry.journal.Journals.now;
import static io.opencop.telemetry.journal.Journals.open;
import static io.opencop.telemetry.journal.Journals.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opencop.telemetry.AppendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full or failing disk refuses with a retryable code, loses nothing, and is tried again. */
class StorageFailureTest {
  @TempDir Path dir;
  private final FaultyFileLayer layer = new FaultyFileLayer(new RealFileLayer());

  @Test
  void aFullDiskRefusesAndRecoversByItself() throws Exception {
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "before");
      layer.room.set(10);
      AppendException refused = refused(journal, "too much for the disk");
      assertThat(refused.reason()).isEqualTo(AppendException.Reason.STORAGE);
      assertThat(refused.reason().retryable()).isTrue();
      assertThat(refused.retryAfter()).isPositive();
      assertThat(journal.problems()).extracting(p -> p.code()).containsExactly("disk_full");
      assertThat(refused(journal, "and another").reason())
          .isEqualTo(AppendException.Reason.STORAGE);
      assertThat(journal.stats().storageFailures()).isGreaterThanOrEqualTo(2);
      assertThat(journal.stats().queuedFrames()).isEqualTo(1); // "before", not consumed yet
      layer.room.set(Long.MAX_VALUE);
      awaitRecovery(journal);
      assertThat(append(journal, "too much for the disk").duplicate()).isFalse();
    }
    assertThat(Journals.replay(dir, options())).containsExactly("before", "too much for the disk");
  }

  @Test
  void keepsSpaceForSealingFree() throws Exception {
    JournalOptions options = options().withDisk(1000, Duration.ofMillis(20));
    try (Journal journal = open(dir, options, layer)) {
      layer.usable = 999;
      assertThat(refused(journal, "a").reason()).isEqualTo(AppendException.Reason.STORAGE);
      layer.usable = 1000;
      awaitRecovery(journal);
      append(journal, "a");
    }
  }

  @Test
  void afterAFailedSyncTheFileTakesNoMoreFrames() throws Exception {
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "before");
      layer.failForce = true;
      refused(journal, "lost in between");
      layer.failForce = false;
      awaitRecovery(journal);
      assertThat(append(journal, "after").file()).isEqualTo(2);
      assertThat(journal.deliveries().take()).isInstanceOf(Delivery.Frame.class);
      assertThat(journal.deliveries().take()).isEqualTo(new Delivery.Rolled(1, 2));
      assertThat(((Delivery.Frame) journal.deliveries().take()).file()).isEqualTo(2);
    }
    assertThat(Journals.replay(dir, options())).containsExactly("before", "after");
  }

  @Test
  void whatCannotBeTakenBackIsStillStoredOnce() throws Exception {
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "before");
      layer.failForce = true;
      layer.failTruncate = true;
      refused(journal, "sent again");
      layer.failForce = false;
      layer.failTruncate = false;
      awaitRecovery(journal);
      assertThat(append(journal, "sent again").duplicate()).isFalse();
    }
    assertThat(Journals.replay(dir, options())).containsExactly("before", "sent again");
  }

  @Test
  void opensOnAFullDisk() throws Exception {
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "kept");
    }
    layer.failCreate = true;
    List<Delivery> replayed = new ArrayList<>();
    try (Journal journal = Journal.open(dir, options(), layer, 0, replayed::add)) {
      assertThat(replayed).hasSize(2);
      assertThat(refused(journal, "new").reason()).isEqualTo(AppendException.Reason.STORAGE);
      assertThat(journal.roll()).isEqualTo(1);
      layer.failCreate = false;
      awaitRecovery(journal);
      assertThat(append(journal, "new").file()).isEqualTo(2);
    }
  }

  @Test
  void deletesSealedFilesFromAFullDisk() throws Exception {
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "a");
      long closed = journal.roll();
      layer.room.set(0);
      try {
        journal.delete(closed);
      } catch (IOException expected) {
        // the hashes could not be kept; the file had to go all the same
      }
      assertThat(dir.resolve("000000000001.journal")).doesNotExist();
      layer.room.set(Long.MAX_VALUE);
    }
  }

  /** A real full disk, where we may mount one. */
  @Test
  void survivesARealFullDisk() throws Exception {
    Path disk = Files.createDirectory(dir.resolve("tmpfs"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()));
    try {
      Random random = new Random(1);
      List<byte[]> stored = new ArrayList<>();
      try (Journal journal = open(disk.resolve("journal"), options(), new RealFileLayer())) {
        byte[] last = null;
        AppendException full = null;
        while (full == null) {
          last = new byte[50_000];
          random.nextBytes(last);
          try {
            journal.append(FrameKind.SPANS, last, 1, now()).join();
            stored.add(last);
          } catch (CompletionException e) {
            full = Journals.refusal(e);
          }
          assertThat(stored).hasSizeLessThan(25);
        }
        assertThat(full.reason()).isEqualTo(AppendException.Reason.STORAGE);
        assertThat(journal.problems()).extracting(p -> p.code()).containsExactly("disk_full");
        long closed = journal.roll();
        journal.delete(closed);
        awaitRecovery(journal);
        assertThat(journal.append(FrameKind.SPANS, last, 1, now()).join().duplicate()).isFalse();
        assertThat(journal.append(FrameKind.SPANS, stored.get(0), 1, now()).join().duplicate())
            .isTrue();
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
      p.getInputStream().readAllBytes();
      return p.waitFor() == 0;
    } catch (IOException e) {
      return false; // no such command here
    }
  }

  private static AppendException refused(Journal journal, String text) {
    CompletionException e =
        catchThrowableOfType(
            CompletionException.class,
            () -> journal.append(FrameKind.LOGS, bytes(text), 1, now()).join());
    return Journals.refusal(e);
  }

  static void awaitRecovery(Journal journal) {
    Awaitility.await()
        .pollInterval(5, TimeUnit.MILLISECONDS)
        .until(() -> journal.problems().isEmpty());
  }
}
