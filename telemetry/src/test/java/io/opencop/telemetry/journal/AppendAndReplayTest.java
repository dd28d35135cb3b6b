package io.opencop.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is delivered once and in order, live and after a restart. */
class AppendAndReplayTest {
  @TempDir Path dir;

  @Test
  void deliversInOrderAndReplaysTheSame() throws Exception {
    JournalKey key = new JournalKey(new byte[32]);
    JournalOptions options = JournalOptions.defaults().withKey(key);
    List<String> live = new ArrayList<>();
    try (Journal journal = open(options, 0, new ArrayList<>())) {
      List<CompletableFuture<FrameRef>> acks = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        acks.add(journal.append(FrameKind.LOGS, payload(i), 1, now()));
        if (i == 250) {
          assertThat(journal.roll()).isEqualTo(1);
        }
      }
      for (int i = 0; i < 500; i++) {
        assertThat(acks.get(i).get().sequence()).isEqualTo(i + 1);
      }
      while (live.size() < 501) {
        live.add(text(journal.deliveries().take()));
      }
      assertThat(journal.stats().queuedFrames()).isEqualTo(1);
      journal.deliveries().done();
      assertThat(journal.stats().queuedBytes()).isZero();
      assertThat(live.get(251)).isEqualTo("rolled 1 to 2");
    }
    List<Delivery> replayed = new ArrayList<>();
    try (Journal journal = open(options, 0, replayed)) {
      assertThat(replayed.stream().map(AppendAndReplayTest::text).toList())
          .startsWith(live.toArray(String[]::new))
          .hasSize(502)
          .endsWith("rolled 2 to 3");
      assertThat(journal.problems()).isEmpty();
      assertThat(journal.durableSequence()).isEqualTo(500);
      assertThat(journal.append(FrameKind.LOGS, payload(7), 1, now()).get().duplicate()).isTrue();
      assertThat(journal.append(FrameKind.SPANS, payload(7), 1, now()).get().duplicate()).isFalse();
    }
  }

  private Journal open(JournalOptions options, long sealedUpTo, List<Delivery> replayed)
      throws IOException {
    return Journal.open(dir, options, new RealFileLayer(), sealedUpTo, replayed::add);
  }

  private static byte[] payload(int i) {
    return ("request " + i + " ").repeat(1 + i).getBytes(StandardCharsets.UTF_8);
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  private static String text(Delivery d) {
    return switch (d) {
      case Delivery.Frame f ->
          f.file() + "/" + f.sequence() + " " + new String(f.payload(), StandardCharsets.UTF_8);
      case Delivery.Rolled r -> "rolled " + r.closed() + " to " + r.opened();
    };
  }
}
