package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.journal.LossyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * The whole store on a disk that forgets what was not forced. After any sequence of writing,
 * sealing, merging, retention, backups, kills and power cuts, also between any two operations on
 * files: every acknowledged item is there once, roll-ups equal raw counts, and nothing has to be
 * set aside but frames nobody was told of.
 */
class StoreCrashTest {
  enum Step {
    WRITE,
    RESEND,
    SEAL,
    SEAL_MANY,
    MAINTAIN,
    BACKUP,
    REOPEN,
    KILL,
    POWER_CUT
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void everyAcknowledgedItemIsThereOnce(@ForAll("steps") List<Step> steps, @ForAll long seed)
      throws Exception {
    Path dir = Files.createTempDirectory("store-crash");
    Random random = new Random(seed);
    LossyDisk disk = new LossyDisk(dir.resolve("graveyard"));
    try (CrashingStore store = new CrashingStore(dir, disk, random)) {
      for (Step step : steps) {
        step(store, step, random);
      }
      store.crash(disk::kill);
      store.crash(() -> disk.powerCut(random));
      // A frame that was being written at a power cut is torn and set aside: nobody was told it is
      // there. Of what is sealed nothing may ever be.
      assertThat(store.health().problems())
          .extracting(StoreHealth.Problem::code)
          .doesNotContain("segment_quarantined");
    } finally {
      delete(dir);
    }
  }

  private static void step(CrashingStore store, Step step, Random random) throws Exception {
    switch (step) {
      case WRITE -> store.write(1 + random.nextInt(3));
      case RESEND -> store.resend();
      case SEAL -> store.seal();
      case SEAL_MANY -> store.sealMany(13);
      case MAINTAIN -> store.maintain();
      case BACKUP -> store.backup();
      case REOPEN -> store.reopen();
      case KILL -> {
        store.inTheMiddle();
        store.crash(store.disk()::kill);
      }
      case POWER_CUT -> {
        store.inTheMiddle();
        store.crash(() -> store.disk().powerCut(random));
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.frequency(
            Tuple.of(5, Step.WRITE),
            Tuple.of(1, Step.RESEND),
            Tuple.of(2, Step.SEAL),
            Tuple.of(1, Step.SEAL_MANY),
            Tuple.of(2, Step.MAINTAIN),
            Tuple.of(1, Step.BACKUP),
            Tuple.of(1, Step.REOPEN),
            Tuple.of(1, Step.KILL),
            Tuple.of(4, Step.POWER_CUT))
        .list()
        .ofMinSize(5)
        .ofMaxSize(20);
  }

  private static void delete(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    }
  }
}
