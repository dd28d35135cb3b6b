package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.journal.JournalOptions;
import io.opencop.telemetry.journal.LossyDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A store on a lossy disk, and what must be true of it after every crash. */
final class CrashingStore implements AutoCloseable {
  private final Path dir;
  private final LossyDisk disk;
  private final Random random;
  private final StoreOptions options;
  private final CountedRequests requests = new CountedRequests();
  private final Map<Integer, CompletableFuture<Receipt>> open = new TreeMap<>();
  private final List<Integer> acknowledged = new ArrayList<>();
  private DiskTelemetryStore store;
  private Thread work = Thread.ofPlatform().start(() -> {});
  private int sent;
  private int backups;

  CrashingStore(Path dir, LossyDisk disk, Random random) throws IOException {
    this.dir = dir;
    this.disk = disk;
    this.random = random;
    options =
        StoreOptions.defaults()
            .withJournal(JournalOptions.defaults().withDisk(0, Duration.ofMillis(1)))
            .withSlice(40, 1 << 20, Duration.ofMinutes(5))
            .withRetention(Map.of(), Long.MAX_VALUE);
    start();
  }

  LossyDisk disk() {
    return disk;
  }

  StoreHealth health() {
    return store.health();
  }

  private Path data() {
    return dir.resolve("data");
  }

  private void start() throws IOException {
    store = DiskTelemetryStore.open(data(), options, disk.layer());
  }

  /** Sends requests, and waits for half of them. */
  void write(int n) {
    for (int i = 0; i < n; i++) {
      int id = sent++;
      open.put(id, store.append(CountedRequests.signal(id), requests.of(id)));
    }
    if (random.nextBoolean()) {
      settle();
    }
  }

  void resend() {
    settle();
    if (!acknowledged.isEmpty()) {
      int id = acknowledged.get(random.nextInt(acknowledged.size()));
      assertThat(store.append(CountedRequests.signal(id), requests.of(id)).join().duplicate())
          .isTrue();
    }
  }

  void seal() {
    store.seal();
  }

  /** As many segments as merging needs. */
  void sealMany(int n) {
    for (int i = 0; i < n; i++) {
      write(3);
      store.seal();
    }
  }

  void maintain() {
    store.maintain();
  }

  /** A backup that returned survives a power cut. */
  void backup() throws IOException {
    settle();
    List<Integer> before = List.copyOf(acknowledged);
    Path target = dir.resolve("backup-" + backups++);
    store.backup(target);
    disk.powerCut(random);
    restart();
    try (DiskTelemetryStore copy = DiskTelemetryStore.open(target, options, disk.layer())) {
      assertThat(copy.health().quarantined()).isZero();
      check(copy, before);
    }
  }

  void reopen() throws IOException {
    settle();
    store.close();
    start();
    check(store, acknowledged);
  }

  /** Most crashes come between two operations on files, whichever they are of. */
  void inTheMiddle() throws Exception {
    if (random.nextInt(4) == 0) {
      return;
    }
    settle();
    disk.dieAfter(random.nextInt(random.nextBoolean() ? 20 : 150));
    DiskTelemetryStore dying = store;
    work =
        Thread.ofPlatform()
            .start(() -> {
              try {
                work(dying);
              } catch (RuntimeException died) {
                // As it should: nothing can be stored any more.
              }
            });
    while (work.isAlive() && !disk.isDead()) {
      Thread.sleep(1);
    }
  }

  private void work(DiskTelemetryStore dying) {
    for (int i = 0; i < 4 && !disk.isDead(); i++) {
      if (random.nextBoolean()) {
        dying.maintain();
      }
      int id = sent++;
      CompletableFuture<Receipt> receipt =
          dying.append(CountedRequests.signal(id), requests.of(id));
      synchronized (open) {
        open.put(id, receipt);
      }
      dying.seal();
      dying.maintain();
    }
  }

  /** Takes from the platform what the crash takes, starts it again and counts. */
  void crash(Runnable crash) throws IOException {
    crash.run();
    restart();
  }

  private void restart() throws IOException {
    store.close();
    awaitDead();
    settle();
    // One start in three is itself cut short.
    if (random.nextInt(3) == 0) {
      disk.dieAfter(random.nextInt(60));
      try {
        start();
        disk.powerCut(random);
        store.close();
      } catch (IOException died) {
        disk.powerCut(random);
      }
    }
    start();
    check(store, acknowledged);
  }

  /** A killed process merges no more segments beside its successor. */
  private void awaitDead() {
    try {
      work.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for every open request and notes which were acknowledged. */
  private void settle() {
    synchronized (open) {
      open.forEach((id, receipt) -> {
        try {
          assertThat(receipt.join().duplicate()).isFalse();
          acknowledged.add(id);
        } catch (CompletionException refused) {
          assertThat(refused).hasCauseInstanceOf(io.opencop.telemetry.AppendException.class);
        }
      });
      open.clear();
    }
  }

  private void check(DiskTelemetryStore asked, List<Integer> expected) {
    Map<Integer, Long> found = requests.count(asked);
    for (int id : expected) {
      assertThat(found).as("acknowledged request %d", id).containsKey(id);
    }
    found.forEach((id, items) -> {
      assertThat(id).isLessThan(sent);
      assertThat(items).as("items of request %d", id).isEqualTo(CountedRequests.items(id));
    });
    requests.compareRollups(asked);
    // What came back without having been acknowledged is durable from now on.
    if (asked == store) {
      acknowledged.clear();
      acknowledged.addAll(found.keySet());
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
