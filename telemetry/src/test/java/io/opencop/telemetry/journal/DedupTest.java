package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.append;
import static io.opencop.telemetry.journal.Journals.bytes;
import static io.opencop.telemetry.journal.Journals.now;
import static io.opencop.telemetry.journal.Journals.open;
import static io.opencop.telemetry.journal.Journals.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.telemetry.AppendException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request sent again is recognised, and acknowledged no earlier than its first copy is safe. */
class DedupTest {
  @TempDir Path dir;

  @Test
  void aCopyOfARequestInFlightWaitsForItsFate() throws Exception {
    CountDownLatch forcing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FaultyFileLayer layer = new FaultyFileLayer(new RealFileLayer());
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "the file is there");
      layer.beforeForce =
          () -> {
            forcing.countDown();
            goOn.await();
          };
      CompletableFuture<FrameRef> first = journal.append(FrameKind.LOGS, bytes("a"), 1, now());
      forcing.await();
      CompletableFuture<FrameRef> second = journal.append(FrameKind.LOGS, bytes("a"), 1, now());
      assertThat(second).isNotDone();
      goOn.countDown();
      assertThat(first.get().duplicate()).isFalse();
      assertThat(second.get().duplicate()).isTrue();
      assertThat(second.get().sequence()).isEqualTo(first.get().sequence());
      assertThat(journal.stats().duplicates()).isEqualTo(1);
    }
    assertThat(Journals.replay(dir, options())).containsExactly("the file is there", "a");
  }

  @Test
  void aCopyFailsWhenItsFirstFailsAndIsStoredLater() throws Exception {
    CountDownLatch forcing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FaultyFileLayer layer = new FaultyFileLayer(new RealFileLayer());
    try (Journal journal = open(dir, options(), layer)) {
      append(journal, "the file is there");
      layer.beforeForce =
          () -> {
            forcing.countDown();
            goOn.await();
          };
      layer.failForce = true;
      CompletableFuture<FrameRef> first = journal.append(FrameKind.LOGS, bytes("a"), 1, now());
      forcing.await();
      CompletableFuture<FrameRef> second = journal.append(FrameKind.LOGS, bytes("a"), 1, now());
      goOn.countDown();
      assertThatThrownBy(first::get).hasCauseInstanceOf(AppendException.class);
      assertThatThrownBy(second::get).hasCauseInstanceOf(AppendException.class);
      layer.failForce = false;
      StorageFailureTest.awaitRecovery(journal);
      assertThat(append(journal, "a").duplicate()).isFalse();
    }
    assertThat(Journals.replay(dir, options())).containsExactly("the file is there", "a");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isRememberedAcrossRestartsAlsoWhenItsFileIsGone(boolean encrypted) throws Exception {
    JournalOptions options =
        encrypted ? options().withKey(new JournalKey(new byte[32])) : options();
    try (Journal journal = open(dir, options, new RealFileLayer())) {
      append(journal, "a");
      journal.delete(journal.roll());
      append(journal, "b");
      assertThat(append(journal, "a").duplicate()).isTrue();
    }
    long sealed = 1;
    for (int restart = 0; restart < 3; restart++) {
      List<Delivery> replayed = new ArrayList<>();
      try (Journal journal =
          Journal.open(dir, options, new RealFileLayer(), sealed, replayed::add)) {
        assertThat(replayed).hasSize(restart == 0 ? 2 : 0);
        assertThat(append(journal, "a").duplicate()).as("a, restart %d", restart).isTrue();
        assertThat(append(journal, "b").duplicate()).as("b, restart %d", restart).isTrue();
        // Trimmed by the next start, as after a crash between manifest and delete.
        sealed = journal.roll();
      }
    }
  }

  @Test
  void isForgottenAfterTheWindow() throws Exception {
    JournalOptions options = options().withDedup(Duration.ofMinutes(15), 1000);
    long now = now();
    long minute = 60_000_000_000L;
    try (Journal journal = open(dir, options, new RealFileLayer())) {
      byte[] a = bytes("a");
      assertThat(journal.append(FrameKind.LOGS, a, 1, now).get().duplicate()).isFalse();
      assertThat(journal.append(FrameKind.LOGS, a, 1, now + 15 * minute).get().duplicate())
          .isTrue();
      assertThat(journal.append(FrameKind.LOGS, a, 1, now + 16 * minute).get().duplicate())
          .isFalse();
      assertThat(journal.append(FrameKind.LOGS, a, 1, now + 31 * minute).get().duplicate())
          .isTrue();
    }
    assertThat(Journals.replay(dir, options)).containsExactly("a", "a");
  }

  @Test
  void remembersNoMoreThanItsLimit() throws Exception {
    JournalOptions options = options().withDedup(Duration.ofMinutes(15), 10);
    try (Journal journal = open(dir, options, new RealFileLayer())) {
      for (int i = 0; i < 11; i++) {
        append(journal, "request " + i);
      }
      assertThat(journal.stats().dedupEntries()).isEqualTo(10);
      assertThat(append(journal, "request 1").duplicate()).isTrue();
      assertThat(append(journal, "request 0").duplicate()).isFalse();
    }
    // The second copy is in the journal by right, and replay must not take it for a stray one.
    assertThat(Journals.replay(dir, options)).hasSize(12);
  }
}
