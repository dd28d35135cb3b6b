package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.append;
import static io.opencop.telemetry.journal.Journals.options;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged bytes are set aside and named; the rest is served. */
class DamageTest {
  @TempDir Path dir;
  private final List<String> texts = new ArrayList<>();

  private record Opened(List<String> replayed, List<String> problems, long quarantinedBytes) {}

  @Test
  void aTailTornAtAnyByteLeavesTheFramesBefore() throws Exception {
    write(3);
    Path file = dir.resolve("000000000001.journal");
    byte[] whole = Files.readAllBytes(file);
    int frame = (whole.length - FileHeader.BYTES) / 3;
    for (int length = FileHeader.BYTES + 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int left = (length - FileHeader.BYTES) / frame;
      boolean torn = (length - FileHeader.BYTES) % frame != 0;
      Opened opened = reopen();
      assertThat(opened.replayed).isEqualTo(texts.subList(0, left));
      assertThat(opened.problems).hasSize(torn ? 1 : 0);
      if (torn) {
        assertThat(opened.problems.get(0)).startsWith("journal_tail_torn");
        assertThat(aside())
            .hasBinaryContent(Arrays.copyOfRange(whole, FileHeader.BYTES + left * frame, length));
        assertThat(Files.size(file)).isEqualTo(FileHeader.BYTES + (long) left * frame);
      }
    }
  }

  @Test
  void aFlippedBitAnywhereCostsOneFrame() throws Exception {
    write(3);
    Path file = dir.resolve("000000000001.journal");
    byte[] whole = Files.readAllBytes(file);
    int frame = (whole.length - FileHeader.BYTES) / 3;
    for (int at = FileHeader.BYTES; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      int victim = (at - FileHeader.BYTES) / frame;
      List<String> left = new ArrayList<>(texts);
      left.remove(victim);
      Opened opened = reopen();
      assertThat(opened.replayed).as("bit of byte %d", at).isEqualTo(left);
      assertThat(opened.quarantinedBytes).isEqualTo(frame);
      assertThat(opened.problems.get(0))
          .startsWith(victim == 2 ? "journal_tail_torn" : "journal_frame_corrupt")
          .contains("000000000001.journal")
          .contains("quarantine");
    }
  }

  @Test
  void aRequestThatLooksLikeAFrameIsNeverTakenForOne() throws Exception {
    JournalOptions plain = options().withCompressionLevel(JournalOptions.NO_COMPRESSION);
    write(1);
    byte[] frame = Files.readAllBytes(dir.resolve("000000000001.journal"));
    // A sender that knows the format puts a whole frame into its request …
    String forged =
        new String(
            frame, FileHeader.BYTES, frame.length - FileHeader.BYTES, StandardCharsets.ISO_8859_1);
    Path other = dir.resolve("other");
    try (Journal journal = Journals.open(other, plain, new RealFileLayer())) {
      journal.append(FrameKind.LOGS, forged.getBytes(StandardCharsets.ISO_8859_1), 1, 1).join();
      append(journal, "after");
    }
    // … and its own frame is damaged, so that the reader looks for the next one inside.
    Path file = other.resolve("000000000001.journal");
    byte[] bytes = Files.readAllBytes(file);
    bytes[FileHeader.BYTES + 20] ^= 1;
    Files.write(file, bytes);
    assertThat(Journals.replay(other, plain)).containsExactly("after");
  }

  @Test
  void zeroesBehindTheLastFrameAreATornTail() throws Exception {
    write(2);
    Path file = dir.resolve("000000000001.journal");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 5000));
    Opened opened = reopen();
    assertThat(opened.replayed).isEqualTo(texts);
    assertThat(opened.quarantinedBytes).isEqualTo(5000);
    assertThat(reopen().problems).isEmpty();
  }

  @Test
  void anEmptyFileIsNoProblemAndItsNumberIsUsedAgain() throws Exception {
    write(2);
    Files.createFile(dir.resolve("000000000002.journal"));
    Opened opened = reopen();
    assertThat(opened.replayed).isEqualTo(texts);
    assertThat(opened.problems).isEmpty();
    try (Journal journal = Journals.open(dir)) {
      assertThat(append(journal, "next").file()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 79, 80, 200})
  void aFileWithoutSoundHeaderIsSetAsideWhole(int length) throws Exception {
    write(2);
    Path bad = dir.resolve("000000000002.journal");
    byte[] junk = new byte[length];
    Arrays.fill(junk, (byte) 7);
    Files.write(bad, junk);
    Opened opened = reopen();
    assertThat(opened.replayed).isEqualTo(texts);
    assertThat(opened.problems).hasSize(1);
    assertThat(opened.problems.get(0)).startsWith("journal_header_corrupt");
    assertThat(opened.quarantinedBytes).isEqualTo(length);
    // Its number is spent: what is set aside must stay traceable.
    try (Journal journal = Journals.open(dir)) {
      assertThat(append(journal, "next").file()).isEqualTo(3);
    }
  }

  @Test
  void aMissingFileIsReported() throws Exception {
    try (Journal journal = Journals.open(dir)) {
      for (int i = 0; i < 4; i++) {
        append(journal, "request " + i);
        journal.roll();
      }
    }
    Files.delete(dir.resolve("000000000002.journal"));
    Opened opened = reopen();
    assertThat(opened.replayed).containsExactly("request 0", "request 2", "request 3");
    assertThat(opened.problems).hasSize(1);
    assertThat(opened.problems.get(0))
        .startsWith("journal_file_missing")
        .contains("000000000002.journal");
  }

  private void write(int frames) throws IOException {
    try (Journal journal = Journals.open(dir)) {
      for (int i = 0; i < frames; i++) {
        texts.add("request number " + i);
        append(journal, texts.getLast());
      }
    }
  }

  private Opened reopen() throws IOException {
    FaultyFileLayer layer = new FaultyFileLayer(new RealFileLayer());
    layer.lazy = true;
    List<String> replayed = new ArrayList<>();
    try (Journal journal =
        Journal.open(
            dir,
            options(),
            layer,
            0,
            d -> {
              if (d instanceof Delivery.Frame f) {
                replayed.add(new String(f.payload(), StandardCharsets.UTF_8));
              }
            })) {
      return new Opened(
          replayed,
          journal.problems().stream().map(p -> p.code() + " " + p.args()).toList(),
          journal.stats().quarantinedBytes());
    }
  }

  /** The newest file set aside. */
  private Path aside() throws IOException {
    try (var files = Files.list(dir.resolve("quarantine"))) {
      List<Path> all = files.toList();
      Path newest = all.get(0);
      for (Path p : all) {
        newest =
            Files.getLastModifiedTime(p).compareTo(Files.getLastModifiedTime(newest)) >= 0
                ? p
                : newest;
      }
      return newest;
    }
  }
}
