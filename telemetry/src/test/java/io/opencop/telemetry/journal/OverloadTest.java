package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.now;
import static io.opencop.telemetry.journal.Journals.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opencop.telemetry.AppendException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the consumer does not keep up with is refused, not piled up. */
class OverloadTest {
  @TempDir Path dir;

  @Test
  void refusesWhileTheQueueIsFull() throws Exception {
    try (Journal journal =
        Journals.open(dir, options().withQueueLimitBytes(1000), new RealFileLayer())) {
      assertThat(journal.append(FrameKind.SPANS, payload(1, 999), 1, now()).join()).isNotNull();
      // One may go beyond, so that the largest request fits into any queue.
      assertThat(journal.append(FrameKind.SPANS, payload(2, 5000), 1, now()).join()).isNotNull();
      AppendException refused =
          Journals.refusal(
              catchThrowableOfType(
                  CompletionException.class,
                  () -> journal.append(FrameKind.SPANS, payload(3, 10), 1, now()).join()));
      assertThat(refused.reason()).isEqualTo(AppendException.Reason.OVERLOADED);
      assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
      assertThat(journal.stats().overloaded()).isEqualTo(1);
      assertThat(journal.stats().queuedBytes()).isEqualTo(5999);
      // A copy of what is stored costs no room.
      assertThat(journal.append(FrameKind.SPANS, payload(1, 999), 1, now()).join().duplicate())
          .isTrue();
      journal.deliveries().take();
      journal.deliveries().take();
      assertThat(journal.stats().queuedBytes()).isEqualTo(5000); // the second is in hand
      journal.deliveries().done();
      assertThat(journal.stats().queuedBytes()).isZero();
      assertThat(journal.append(FrameKind.SPANS, payload(3, 10), 1, now()).join().duplicate())
          .isFalse();
    }
  }

  @Test
  void aClosedJournalRefusesAndItsConsumerEnds() throws Exception {
    Journal journal = Journals.open(dir);
    journal.append(FrameKind.SPANS, payload(1, 10), 1, now()).join();
    journal.close();
    AppendException refused =
        Journals.refusal(
            catchThrowableOfType(
                CompletionException.class,
                () -> journal.append(FrameKind.SPANS, payload(2, 10), 1, now()).join()));
    assertThat(refused.reason()).isEqualTo(AppendException.Reason.CLOSED);
    assertThat(journal.deliveries().take()).isNotNull();
    assertThat(journal.deliveries().ended()).isTrue();
    assertThat(journal.deliveries().take()).isNull();
  }

  /** Taken out of the queue together with the close, but after it. */
  @Test
  void whatComesBehindTheCloseIsRefused() throws Exception {
    FaultyFileLayer layer = new FaultyFileLayer(new RealFileLayer());
    CountDownLatch held = new CountDownLatch(1);
    layer.beforeForce = held::await;
    Journal journal = Journals.open(dir, options(), layer);
    Thread closer = Thread.ofPlatform().start(journal::close);
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    CompletableFuture<FrameRef> late = journal.append(FrameKind.SPANS, payload(1, 10), 1, now());
    held.countDown();
    closer.join();
    assertThat(
            Journals.refusal(catchThrowableOfType(CompletionException.class, late::join)).reason())
        .isEqualTo(AppendException.Reason.CLOSED);
  }

  private static byte[] payload(int id, int length) {
    return ByteBuffer.allocate(length).putInt(id).array();
  }
}
