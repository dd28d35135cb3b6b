package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.bytes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the golden folder of the current format, once, when a format is born: {@code java -cp …
 * GoldenJournal src/test/resources/golden/journal-N}. What it wrote is never written again.
 */
final class GoldenJournal {
  static final long TIME = 1_790_000_000_000_000_000L;
  static final String LONG = "Order 4711 confirmed in 12 ms. ".repeat(40);

  private GoldenJournal() {}

  static JournalKey key() {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    return new JournalKey(secret);
  }

  public static void main(String[] args) throws Exception {
    for (String variant : List.of("plain", "encrypted")) {
      Path dir = Path.of(args[0], variant);
      if (Files.exists(dir)) {
        throw new IllegalStateException(dir + " exists: a golden folder is never written again");
      }
      JournalOptions options = Journals.options().withKey(variant.equals("plain") ? null : key());
      try (Journal journal = Journals.open(dir, options, new RealFileLayer())) {
        journal.append(FrameKind.SPANS, bytes("trimmed"), 1, TIME).join();
        long trimmed = journal.roll();
        journal.append(FrameKind.SPANS, bytes("small"), 1, TIME + 1).join();
        journal.append(FrameKind.LOGS, bytes(LONG), 2, TIME + 2).join();
        journal.roll();
        journal.append(FrameKind.METRICS, bytes("지표"), 3, TIME + 3).join();
        journal.append(FrameKind.CHANGES, bytes("{\"kind\":\"deploy\"}"), 4, TIME + 4).join();
        journal.delete(trimmed);
      }
    }
  }
}
