package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What the tests of the journal share. */
final class Journals {
  private Journals() {}

  /** Quick to probe, and never short of space by itself. */
  static JournalOptions options() {
    return JournalOptions.defaults().withDisk(0, Duration.ofMillis(20));
  }

  static Journal open(Path dir) throws IOException {
    return open(dir, options(), new RealFileLayer());
  }

  static Journal open(Path dir, JournalOptions options, FileLayer layer) throws IOException {
    return Journal.open(dir, options, layer, 0, _ -> {});
  }

  /** Opens, notes what is replayed, closes. */
  static List<String> replay(Path dir, JournalOptions options) throws IOException {
    List<String> texts = new ArrayList<>();
    Journal.open(dir, options, new RealFileLayer(), 0, d -> frameText(d, texts)).close();
    return texts;
  }

  private static void frameText(Delivery d, List<String> texts) {
    if (d instanceof Delivery.Frame f) {
      texts.add(new String(f.payload(), StandardCharsets.UTF_8));
    }
  }

  static FrameRef append(Journal journal, String text) {
    return journal.append(FrameKind.LOGS, bytes(text), 1, now()).join();
  }

  /** The reason an append failed. */
  static io.opencop.telemetry.AppendException refusal(CompletionException e) {
    return (io.opencop.telemetry.AppendException) e.getCause();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }
}
