package io.opencop.shop.launcher.load;

import java.util.Arrays;

/** What the load generator saw since it was last asked. Times in milliseconds. */
final class LoadStats {
  /** {@code skipped}: requests due but not sent, because too many were under way. */
  record Snapshot(long requests, long errors, long skipped, double p50Millis, double p95Millis) {}

  private static final int SAMPLES = 20_000;

  private final long[] micros = new long[SAMPLES];
  private int sampled;
  private long requests;
  private long errors;
  private long skipped;

  synchronized void answered(long tookMicros, boolean error) {
    requests++;
    errors += error ? 1 : 0;
    if (sampled < SAMPLES) {
      micros[sampled++] = tookMicros;
    }
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized Snapshot take() {
    Arrays.sort(micros, 0, sampled);
    var snapshot = new Snapshot(requests, errors, skipped, quantile(0.5), quantile(0.95));
    sampled = 0;
    requests = 0;
    errors = 0;
    skipped = 0;
    return snapshot;
  }

  private double quantile(double q) {
    return sampled == 0 ? 0 : micros[(int) ((sampled - 1) * q)] / 1000.0;
  }
}
