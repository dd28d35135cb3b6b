package io.opencop.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of appends, resends, rolls, trims, kills and power cuts: every acknowledged request
 * is there once and in order, nothing else appears but requests that were sent, and a request that
 * was acknowledged is recognised when it comes again.
 */
class CrashTest {
  enum Step {
    APPEND_AND_WAIT,
    APPEND,
    RESEND,
    ROLL,
    TRIM,
    REOPEN,
    KILL,
    POWER_CUT
  }

  @Property(tries = 150)
  void everyAcknowledgedFrameIsThereOnceAndInOrder(
      @ForAll("steps") List<Step> steps, @ForAll long seed) throws Exception {
    Path dir = Files.createTempDirectory("journal-crash");
    try (Run run = new Run(dir, new Random(seed), seed % 2 == 0)) {
      for (Step step : steps) {
        run.step(step);
      }
      run.step(Step.POWER_CUT);
      run.step(Step.KILL);
    } finally {
      try (Stream<Path> all = Files.walk(dir)) {
        for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(p);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(6, Step.APPEND),
            net.jqwik.api.Tuple.of(4, Step.APPEND_AND_WAIT),
            net.jqwik.api.Tuple.of(2, Step.RESEND),
            net.jqwik.api.Tuple.of(2, Step.ROLL),
            net.jqwik.api.Tuple.of(1, Step.TRIM),
            net.jqwik.api.Tuple.of(1, Step.REOPEN),
            net.jqwik.api.Tuple.of(1, Step.KILL),
            net.jqwik.api.Tuple.of(3, Step.POWER_CUT))
        .list()
        .ofMinSize(3)
        .ofMaxSize(40);
  }

  /** The journal under test and what must be true of it. */
  private static final class Run implements AutoCloseable {
    private final Path dir;
    private final Random random;
    private final JournalOptions options;
    private final LossyDisk disk;
    private final Map<Integer, CompletableFuture<FrameRef>> open = new HashMap<>();
    private final List<Integer> acknowledged = new ArrayList<>();
    private final Map<Integer, Long> fileOf = new HashMap<>();
    private final Set<Integer> trimmed = new HashSet<>();
    private Journal journal;
    private long sealedUpTo;
    private int sent;

    Run(Path dir, Random random, boolean encrypted) throws IOException {
      this.dir = dir;
      this.random = random;
      this.disk = new LossyDisk(dir.resolve("graveyard"));
      this.options =
          JournalOptions.defaults()
              .withKey(encrypted ? new JournalKey(new byte[32]) : null)
              .withDisk(0, Duration.ofMillis(1));
      journal = Journal.open(dir.resolve("journal"), options, disk.layer(), 0, _ -> {});
    }

    void step(Step step) throws Exception {
      switch (step) {
        case APPEND -> send();
        case APPEND_AND_WAIT -> {
          send();
          settle();
        }
        case RESEND -> resend();
        case ROLL -> journal.roll();
        case TRIM -> trim();
        case REOPEN -> {
          settle();
          journal.close();
          reopen();
        }
        case KILL -> {
          inTheMiddle();
          disk.kill();
          afterCrash();
        }
        case POWER_CUT -> {
          inTheMiddle();
          disk.powerCut(random);
          afterCrash();
        }
      }
    }

    /** Half of the crashes come between two operations of a group commit, a roll or a trim. */
    private void inTheMiddle() throws IOException {
      if (random.nextBoolean()) {
        settle();
        disk.dieAfter(random.nextInt(8));
        send();
        if (random.nextInt(4) == 0) {
          long upTo = journal.roll();
          settle();
          seal(upTo);
          try {
            journal.delete(upTo);
          } catch (IOException e) {
            // died on the way
          }
        }
        settle();
      }
    }

    private void send() {
      int n = 1 + random.nextInt(3);
      for (int i = 0; i < n; i++) {
        int id = sent++;
        open.put(id, journal.append(FrameKind.SPANS, payload(id), 1, now()));
      }
    }

    /** Waits for every open request, and notes which were acknowledged and where. */
    private void settle() {
      Map<Long, Integer> bySequence = new java.util.TreeMap<>();
      open.forEach((id, future) -> {
        try {
          FrameRef ref = future.join();
          assertThat(ref.duplicate()).isFalse();
          bySequence.put(ref.sequence(), id);
          fileOf.put(id, ref.file());
        } catch (java.util.concurrent.CompletionException e) {
          assertThat(e).hasCauseInstanceOf(io.opencop.telemetry.AppendException.class);
        }
      });
      acknowledged.addAll(bySequence.values());
      open.clear();
    }

    private void resend() {
      settle();
      if (!acknowledged.isEmpty()) {
        int id = acknowledged.get(random.nextInt(acknowledged.size()));
        FrameRef ref = journal.append(FrameKind.SPANS, payload(id), 1, now()).join();
        assertThat(ref.duplicate()).as("request %d sent again", id).isTrue();
      }
    }

    private void trim() throws IOException {
      settle();
      long upTo = journal.roll();
      // The manifest is on disk before the journal is asked to delete: sealedUpTo never goes back.
      seal(upTo);
      if (random.nextBoolean()) {
        journal.delete(upTo);
      }
    }

    private void seal(long upTo) {
      sealedUpTo = upTo;
      acknowledged.stream().filter(id -> fileOf.get(id) <= upTo).forEach(trimmed::add);
    }

    private void afterCrash() throws IOException {
      settle();
      journal.close();
      reopen();
    }

    private void reopen() throws IOException {
      List<Integer> replayed = new ArrayList<>();
      journal =
          Journal.open(
              dir.resolve("journal"),
              options,
              disk.layer(),
              sealedUpTo,
              d -> {
                if (d instanceof Delivery.Frame f) {
                  int id = ByteBuffer.wrap(f.payload()).getInt();
                  assertThat(f.payload()).isEqualTo(payload(id));
                  assertThat(f.file()).isGreaterThan(sealedUpTo);
                  replayed.add(id);
                  fileOf.put(id, f.file());
                }
              });
      assertThat(replayed).doesNotHaveDuplicates();
      List<Integer> expected = acknowledged.stream().filter(id -> !trimmed.contains(id)).toList();
      assertThat(replayed.stream().filter(expected::contains).toList()).isEqualTo(expected);
      // What came back without having been acknowledged is durable from now on.
      for (int id : replayed) {
        if (!acknowledged.contains(id)) {
          assertThat(id).isLessThan(sent);
        }
      }
      acknowledged.removeIf(id -> !trimmed.contains(id));
      acknowledged.addAll(replayed);
    }

    /** Unlike any other; from a few bytes to several sectors. */
    private static byte[] payload(int id) {
      byte[] bytes = new byte[8 + (id * 7919) % 3000];
      new Random(id).nextBytes(bytes);
      return ByteBuffer.wrap(bytes).putInt(0, id).array();
    }

    private static long now() {
      return System.currentTimeMillis() * 1_000_000;
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
