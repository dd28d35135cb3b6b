package io.opencop.telemetry.store;

import io.opencop.telemetry.rollup.Rollup;
import io.opencop.telemetry.rollup.RollupMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges roll-up files: each slice leaves three, which would be a hundred thousand a year. Equal
 * cells of neighbouring slices become one, so the hourly ones shrink as well.
 */
final class RollupCompactor {
  private static final int AT_LEAST = 24;
  private static final long LARGEST = 8L << 20;

  private final Rollups rollups;

  RollupCompactor(Rollups rollups) {
    this.rollups = rollups;
  }

  /** Files worth merging: of one resolution, neighbours in time; empty where none are. */
  static List<Manifest.RollupFile> choose(List<Manifest.RollupFile> all) {
    Map<Long, List<Manifest.RollupFile>> byStep = new TreeMap<>();
    for (Manifest.RollupFile f : all) {
      if (f.bytes() < LARGEST) {
        byStep.computeIfAbsent(f.stepNanos(), s -> new ArrayList<>()).add(f);
      }
    }
    for (List<Manifest.RollupFile> files : byStep.values()) {
      files.sort(Comparator.comparingLong(Manifest.RollupFile::fromNanos));
      List<Manifest.RollupFile> run = new ArrayList<>();
      long bytes = 0;
      for (Manifest.RollupFile f : files) {
        if (bytes + f.bytes() > LARGEST) {
          if (run.size() >= AT_LEAST) {
            return run;
          }
          run = new ArrayList<>();
          bytes = 0;
        }
        run.add(f);
        bytes += f.bytes();
      }
      if (run.size() >= AT_LEAST) {
        return run;
      }
    }
    return List.of();
  }

  Manifest.RollupFile merge(List<Manifest.RollupFile> files) throws IOException {
    List<Rollup> parts = new ArrayList<>();
    for (Manifest.RollupFile f : files) {
      parts.add(rollups.read(f));
    }
    String first = files.getFirst().file().replaceAll("\\.bin$", "");
    return rollups.write(first + "-m" + files.size() + ".bin", RollupMerge.of(parts));
  }
}
