package io.opencop.telemetry;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import java.util.concurrent.CompletableFuture;

/** Takes telemetry in. */
public interface TelemetryWriter {
  /**
   * Takes one OTLP export request. The future completes when the request is on disk (acknowledged
   * data survives kill -9), and exceptionally with an {@link AppendException} that says whether the
   * sender may try again.
   *
   * @param request the protobuf bytes of Export{Trace,Logs,Metrics}ServiceRequest, uncompressed;
   *     owned by the store from here on
   */
  CompletableFuture<Receipt> append(Signal signal, byte[] request);

  /** Stores a Change; completes when it is on disk. The same Change again is stored once. */
  CompletableFuture<Void> appendChange(Change change);
}
