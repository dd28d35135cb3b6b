package io.opencop.telemetry;

/**
 * The seam behind which telemetry is kept. Every implementation runs the same contract suite
 * ({@code TelemetryStoreContract}); ours are the disk store and the in-memory oracle.
 */
public interface TelemetryStore extends TelemetryWriter, TelemetryReader, AutoCloseable {
  /** Seals what is hot now; returns when the segments are visible. A no-op where nothing is hot. */
  SealReport seal();

  /** The store's own state, cheap enough to ask every second. */
  StoreHealth health();

  @Override
  void close();
}
