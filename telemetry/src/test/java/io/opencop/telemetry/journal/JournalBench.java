package io.opencop.telemetry.journal;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * What the journal costs per span, by compression level, with and without encryption; then the
 * whole way to disk and the replay. Run: {@code java -cp … JournalBench [folder]}.
 */
public final class JournalBench {
  private static final int PER_REQUEST = 200;
  private static final int REQUESTS = 400;

  private JournalBench() {}

  public static void main(String[] args) throws Exception {
    RealisticRequests generator = new RealisticRequests(1);
    List<byte[]> requests = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < REQUESTS; i++) {
      byte[] r = generator.spans(PER_REQUEST);
      bytes += r.length;
      requests.add(r);
    }
    double spans = REQUESTS * (double) PER_REQUEST;
    System.out.printf(Locale.ROOT, "%.0f B a span on the wire%n", bytes / spans);
    hash(requests, spans);
    int[] levels = {JournalOptions.NO_COMPRESSION, -5, -3, -1, 1, 3};
    for (int level : levels) {
      encode(requests, spans, level, null);
    }
    for (int level : levels) {
      encode(requests, spans, level, new JournalKey(new byte[32]));
    }
    Path dir = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "journal-bench");
    try {
      for (int level : levels) {
        disk(requests, dir.resolve("plain" + level), level, null);
        disk(requests, dir.resolve("aes" + level), level, new JournalKey(new byte[32]));
      }
    } finally {
      try (Stream<Path> all = Files.walk(dir)) {
        for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(p);
        }
      }
    }
  }

  private static void hash(List<byte[]> requests, double spans) {
    ContentHash.Function f = new ContentHash.Function(42);
    long sum = 0;
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long start = cpu();
      for (byte[] r : requests) {
        sum += f.hash(FrameKind.SPANS, r).hi();
      }
      best = Math.min(best, (cpu() - start) / spans / 1e3);
    }
    System.out.printf(Locale.ROOT, "hash              %.3f us a span (%d)%n", best, sum & 1);
  }

  private static void encode(List<byte[]> requests, double spans, int level, JournalKey key) {
    JournalOptions options = JournalOptions.defaults().withCompressionLevel(level);
    SecretKey secret = key == null ? null : key.payloadKey(new FileHeader.Salt(level, 1).bytes());
    ContentHash hash = new ContentHash(1, 2);
    List<byte[]> frames = new ArrayList<>();
    double best = Double.MAX_VALUE;
    double bestBack = Double.MAX_VALUE;
    long stored = 0;
    long nonce = 0;
    try (FrameEncoder encoder = new FrameEncoder(options, secret);
        FrameDecoder decoder = new FrameDecoder(secret)) {
      for (int round = 0; round < 8; round++) {
        frames.clear();
        long start = cpu();
        for (byte[] r : requests) {
          frames.add(encoder.encode(FrameKind.SPANS, r, PER_REQUEST, 0, hash, ++nonce));
        }
        best = Math.min(best, (cpu() - start) / spans / 1e3);
        start = cpu();
        stored = 0;
        for (byte[] f : frames) {
          stored += f.length;
          if (decoder.decode(FrameHeader.decode(f, 0), f, 0) == null) {
            throw new IllegalStateException("a frame does not decode");
          }
        }
        bestBack = Math.min(bestBack, (cpu() - start) / spans / 1e3);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "level %4s %-5s  encode %.3f us a span, decode %.3f, %.0f B a span%n",
        name(level),
        key == null ? "plain" : "aes",
        best,
        bestBack,
        stored / spans);
  }

  /** The whole way, CPU of the process: what hashing, writing and syncing add. */
  private static void disk(List<byte[]> requests, Path dir, int level, JournalKey key)
      throws Exception {
    JournalOptions options =
        JournalOptions.defaults()
            .withCompressionLevel(level)
            .withKey(key)
            .withDedup(java.time.Duration.ofNanos(1), 1);
    int rounds = 16;
    double spans = rounds * requests.size() * (double) PER_REQUEST;
    double raw = (rounds + 4.0) * requests.stream().mapToLong(r -> r.length).sum();
    long syncs;
    double write;
    double wall;
    JournalStats stats;
    try (Journal journal = Journal.open(dir, options, new RealFileLayer(), 0, _ -> {})) {
      Thread.ofPlatform()
          .start(() -> {
            try {
              while (journal.deliveries().take() != null) {
                // as fast as it can
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      send(journal, requests, 4, 1);
      JournalStats warm = journal.stats();
      long start = process();
      long startWall = System.nanoTime();
      send(journal, requests, rounds, 1L << 40);
      write = (process() - start) / spans / 1e3;
      wall = (System.nanoTime() - startWall) / 1e9;
      stats = journal.stats();
      syncs = stats.syncs() - warm.syncs();
    }
    long start = System.nanoTime();
    long startCpu = process();
    long[] frames = {0};
    Journal.open(
            dir,
            options,
            new RealFileLayer(),
            0,
            d -> frames[0] += d instanceof Delivery.Frame ? 1 : 0)
        .close();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "level %4s %-5s  append %.3f us CPU a span, %.1f s wall, %d MB on disk, %d syncs; replay %.1f s"
            + " a GB on disk, %.1f s a GB raw, %.3f us CPU a span (%d frames)%n",
        name(level),
        key == null ? "plain" : "aes",
        write,
        wall,
        stats.bytes() >> 20,
        syncs,
        seconds / stats.bytes() * 1e9,
        seconds / raw * 1e9,
        (process() - startCpu) / (frames[0] * (double) PER_REQUEST) / 1e3,
        frames[0]);
  }

  /** 32 requests on their way at a time. */
  private static void send(Journal journal, List<byte[]> requests, int rounds, long fromNanos) {
    long time = fromNanos;
    List<CompletableFuture<FrameRef>> acks = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (byte[] r : requests) {
        time += 1000;
        acks.add(journal.append(FrameKind.SPANS, r, PER_REQUEST, time));
        if (acks.size() == 32) {
          CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).join();
          acks.clear();
        }
      }
    }
    CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).join();
  }

  private static String name(int level) {
    return level == JournalOptions.NO_COMPRESSION ? "none" : Integer.toString(level);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
