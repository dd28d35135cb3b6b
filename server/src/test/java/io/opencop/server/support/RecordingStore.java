package io.opencop.server.support;

import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.TelemetryStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Keeps what it was given, and answers with {@link Samples}. */
public class RecordingStore extends Samples implements TelemetryStore {
  /** One request as it reached the store. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  public record Appended(Signal signal, byte[] request) {}

  public final List<Appended> appended = new CopyOnWriteArrayList<>();
  public final List<Change> changes = new CopyOnWriteArrayList<>();

  /** What becomes of a request; a test may put another answer here. */
  public volatile BiFunction<Signal, byte[], CompletableFuture<Receipt>> answer =
      (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 0, "", false));

  @Override
  public CompletableFuture<Receipt> append(Signal signal, byte[] request) {
    appended.add(new Appended(signal, request));
    return answer.apply(signal, request);
  }

  @Override
  public CompletableFuture<Void> appendChange(Change change) {
    changes.add(change);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {}
}
