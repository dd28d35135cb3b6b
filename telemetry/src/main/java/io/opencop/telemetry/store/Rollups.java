package io.opencop.telemetry.store;

import io.opencop.telemetry.rollup.CellBounds;
import io.opencop.telemetry.rollup.Rollup;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.RollupCodec;
import io.opencop.telemetry.rollup.RollupKeys;
import io.opencop.telemetry.rollup.RollupView;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Roll-up files: written at three resolutions with each slice, read when first asked for, and kept
 * in memory up to a bound.
 */
final class Rollups {
  /** Steps of the three resolutions, as multiples of the finest. */
  private static final int[] FACTORS = {1, 6, 360};

  /** What each resolution is kept for. */
  static final Duration[] KEPT = {Duration.ofHours(6), Duration.ofDays(7), Duration.ofDays(400)};

  private static final int CACHED_BYTES = 96 << 20;

  private final SealedFiles files;
  private final RollupKeys keys;
  private final RollupCodec codec;
  private final Map<String, Cached> cache = new LinkedHashMap<>(64, 0.75f, true);
  private long cachedBytes;

  private record Cached(Rollup rollup, long bytes) {}

  Rollups(SealedFiles files, RollupKeys keys) {
    this.files = files;
    this.keys = keys;
    codec = new RollupCodec(keys);
  }

  RollupKeys keys() {
    return keys;
  }

  /** Writes a slice's roll-ups at all resolutions. */
  List<Manifest.RollupFile> write(long slice, Rollup finest) throws IOException {
    List<Manifest.RollupFile> written = new ArrayList<>();
    for (int factor : FACTORS) {
      Rollup rollup = factor == 1 ? finest : finest.coarser(factor);
      String name = "rollup-" + slice + "-" + rollup.stepNanos() / 1_000_000_000L + "s.bin";
      written.add(write(name, rollup));
    }
    return written;
  }

  Manifest.RollupFile write(String name, Rollup rollup) throws IOException {
    byte[] bytes = codec.encode(rollup);
    SealedFiles.Content written = files.write(name, bytes);
    if (rollup.stepNanos() == RollupBuilder.STEP_NANOS) {
      put(name, rollup, bytes.length);
    }
    CellBounds bounds = CellBounds.of(rollup);
    return new Manifest.RollupFile(
        name,
        rollup.stepNanos(),
        bounds.fromNanos(),
        bounds.toNanos(),
        bytes.length,
        written.crc());
  }

  Rollup read(Manifest.RollupFile file) throws IOException {
    synchronized (cache) {
      Cached cached = cache.get(file.file());
      if (cached != null) {
        return cached.rollup();
      }
    }
    Rollup rollup;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(files.path(file.file())))) {
      rollup = codec.decode(in);
    }
    put(file.file(), rollup, file.bytes());
    return rollup;
  }

  /**
   * What is needed to answer for a range: sealed roll-ups of a fitting resolution, and the hot ones
   * brought to it.
   *
   * @param lengthNanos of the range itself; from..to may reach further back
   */
  RollupView view(Snapshot snapshot, long fromNanos, long toNanos, long lengthNanos) {
    long age = System.currentTimeMillis() * 1_000_000L - fromNanos;
    int factor = factor(lengthNanos, age);
    long step = factor * RollupBuilder.STEP_NANOS;
    List<Rollup> parts = new ArrayList<>();
    try {
      for (Manifest.RollupFile f : snapshot.sealedRollups()) {
        if (f.stepNanos() == step && f.fromNanos() < toNanos && f.toNanos() > fromNanos) {
          parts.add(read(f));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Rollup hot : snapshot.hotRollups()) {
      parts.add(factor == 1 ? hot : hot.coarser(factor));
    }
    return new RollupView(parts, keys);
  }

  private void put(String name, Rollup rollup, long bytes) {
    synchronized (cache) {
      if (cache.put(name, new Cached(rollup, bytes)) == null) {
        cachedBytes += bytes;
      }
      var eldest = cache.entrySet().iterator();
      while (cachedBytes > CACHED_BYTES && cache.size() > 1) {
        Cached gone = eldest.next().getValue();
        eldest.remove();
        cachedBytes -= gone.bytes();
      }
    }
  }

  /** The resolution for a range: fine enough for a chart, coarse enough to be cheap. */
  static int factor(long rangeNanos, long ageNanos) {
    long seconds = rangeNanos / 1_000_000_000L;
    long age = ageNanos / 1_000_000_000L;
    if (seconds <= Duration.ofHours(3).toSeconds() && age <= KEPT[0].toSeconds()) {
      return FACTORS[0];
    }
    if (seconds <= Duration.ofDays(2).toSeconds() && age <= KEPT[1].toSeconds()) {
      return FACTORS[1];
    }
    return FACTORS[2];
  }
}
