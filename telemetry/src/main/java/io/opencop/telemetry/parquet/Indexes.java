package io.opencop.telemetry.parquet;

import java.io.IOException;

/**
 * Dictionary indexes. Packed as tightly as can be they look like noise to zstd; in whole bytes they
 * take more room, but what repeats and what is frequent shrinks. A sample tells which is better.
 */
final class Indexes {
  private static final int WINDOW = 1024;
  private static final int WINDOWS = 4;

  /**
   * How to write indexes.
   *
   * @param width bits of an index
   * @param bytes what all of them are expected to come to
   */
  record Plan(int width, double bytes) {}

  private Indexes() {}

  static Plan plan(Scratch scratch, int[] indexes, int n, int size, int level) {
    int tight = BitPacking.width(size - 1);
    int whole = (tight + 7) & ~7;
    if (level == 0) {
      return new Plan(tight, (double) n * tight / 8);
    }
    Plan best = trial(scratch, indexes, n, tight);
    if (whole != tight) {
      Plan other = trial(scratch, indexes, n, whole);
      best = other.bytes < best.bytes ? other : best;
    }
    return best;
  }

  private static Plan trial(Scratch scratch, int[] indexes, int n, int width) {
    Out out = scratch.trial;
    out.reset();
    int taken = 0;
    if (n <= WINDOW * WINDOWS) {
      Hybrid.encode(indexes, 0, n, width, out);
      taken = n;
    } else {
      for (int w = 0; w < WINDOWS; w++) {
        int from = (int) ((long) (n - WINDOW) * w / (WINDOWS - 1));
        Hybrid.encode(indexes, from, from + WINDOW, width, out);
        taken += WINDOW;
      }
    }
    int size = Math.min(out.at, scratch.pages.compressedSize(out, 0, out.at));
    return new Plan(width, (double) size * n / Math.max(1, taken));
  }

  /** Writes the chunk's data pages; the dictionary is in {@link Scratch#dictionary}. */
  static void write(Scratch scratch, int rows, int n, int[] indexes, int size, int width)
      throws IOException {
    scratch.pages.dictionary(scratch.dictionary, size);
    scratch.pages(
        rows,
        n,
        Format.RLE_DICTIONARY,
        (from, to) -> {
          scratch.page.u8(width);
          Hybrid.encode(indexes, from, to, width, scratch.page);
        });
  }
}
