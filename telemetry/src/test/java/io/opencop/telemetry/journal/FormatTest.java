package io.opencop.telemetry.journal;

import static io.opencop.telemetry.journal.Journals.append;
import static io.opencop.telemetry.journal.Journals.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was written once is read for ever; what is newer, or of another key, is refused untouched.
 */
class FormatTest {
  @TempDir Path dir;

  /** The folders under test resources were written by {@link GoldenJournal} and never change. */
  @ParameterizedTest
  @CsvSource({"1,plain", "1,encrypted"})
  void readsTheGoldenFolder(int format, String variant) throws Exception {
    Path golden = Path.of("src/test/resources/golden/journal-" + format, variant);
    try (var files = Files.list(golden)) {
      for (Path f : files.toList()) {
        Files.copy(f, dir.resolve(f.getFileName()));
      }
    }
    JournalOptions options =
        options().withKey(variant.equals("encrypted") ? GoldenJournal.key() : null);
    List<String> texts = new ArrayList<>();
    try (Journal journal =
        Journal.open(
            dir,
            options,
            new RealFileLayer(),
            1,
            d -> {
              switch (d) {
                case Delivery.Frame f ->
                    texts.add(
                        f.file()
                            + " "
                            + f.kind()
                            + " "
                            + f.items()
                            + " "
                            + (f.receivedNanos() - GoldenJournal.TIME)
                            + " "
                            + new String(f.payload(), StandardCharsets.UTF_8));
                case Delivery.Rolled r -> texts.add(r.closed() + " to " + r.opened());
              }
            })) {
      assertThat(texts)
          .containsExactly(
              "2 SPANS 1 1 small",
              "2 LOGS 2 2 " + GoldenJournal.LONG,
              "2 to 3",
              "3 METRICS 3 3 지표",
              "3 CHANGES 4 4 {\"kind\":\"deploy\"}",
              "3 to 4");
      assertThat(journal.problems()).isEmpty();
      // Stands in file 1, which was trimmed: only its hash is there.
      assertThat(
              journal
                  .append(FrameKind.SPANS, Journals.bytes("trimmed"), 1, GoldenJournal.TIME + 9)
                  .join()
                  .duplicate())
          .isTrue();
    }
  }

  @Test
  void refusesANewerFormatAndTouchesNothing() throws Exception {
    write(options());
    Path file = dir.resolve("000000000001.journal");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(8, FileHeader.FORMAT + 1);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, FileHeader.BYTES - 4);
    ByteBuffer.wrap(bytes).putInt(FileHeader.BYTES - 4, (int) crc.getValue());
    Files.write(file, bytes);
    Map<String, Long> before = listing();
    JournalException e =
        catchThrowableOfType(JournalException.class, () -> Journals.open(dir).close());
    assertThat(e.reason()).isEqualTo(JournalException.Reason.NEWER_FORMAT);
    assertThat(e).hasMessageContaining("000000000001.journal").hasMessageContaining("format 2");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void refusesAnotherKeyOrNone() throws Exception {
    write(options().withKey(GoldenJournal.key()));
    Map<String, Long> before = listing();
    for (JournalKey key : new JournalKey[] {null, new JournalKey(new byte[32])}) {
      JournalException e =
          catchThrowableOfType(
              JournalException.class,
              () -> Journals.open(dir, options().withKey(key), new RealFileLayer()).close());
      assertThat(e.reason()).isEqualTo(JournalException.Reason.WRONG_KEY);
      assertThat(e).hasMessageContaining("key file");
    }
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aKeyMayBeIntroducedLater() throws Exception {
    write(options());
    JournalOptions encrypted = options().withKey(GoldenJournal.key());
    try (Journal journal = Journals.open(dir, encrypted, new RealFileLayer())) {
      assertThat(append(journal, "card 4111 1111 1111 1111").duplicate()).isTrue();
      append(journal, "card 5500 0000 0000 0004");
    }
    assertThat(Journals.replay(dir, encrypted))
        .containsExactly("card 4111 1111 1111 1111", "card 5500 0000 0000 0004");
    assertThat(Files.readString(dir.resolve("000000000001.journal"), StandardCharsets.ISO_8859_1))
        .contains("card 4111");
    assertThat(Files.readString(dir.resolve("000000000002.journal"), StandardCharsets.ISO_8859_1))
        .doesNotContain("card");
  }

  @Test
  void theKeyFileIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
    Path file = dir.resolve("key");
    long id = JournalKey.loadOrCreate(file).id();
    assertThat(JournalKey.loadOrCreate(file).id()).isEqualTo(id);
    if (Files.getFileStore(dir).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    Files.writeString(file, "not a key");
    IOException e = catchThrowableOfType(IOException.class, () -> JournalKey.loadOrCreate(file));
    assertThat(e).hasMessageContaining(file.toString()).hasMessageNotContaining("not a key");
  }

  private void write(JournalOptions options) throws IOException {
    try (Journal journal = Journals.open(dir, options, new RealFileLayer())) {
      append(journal, "card 4111 1111 1111 1111");
    }
  }

  private Map<String, Long> listing() throws IOException {
    Map<String, Long> all = new TreeMap<>();
    try (var files = Files.walk(dir)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        CRC32C crc = new CRC32C();
        crc.update(Files.readAllBytes(f));
        all.put(f.toString(), crc.getValue());
      }
    }
    return all;
  }
}
