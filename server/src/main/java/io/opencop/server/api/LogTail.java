package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.LogFilter;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The live tail as server-sent events; so many at a time. */
final class LogTail {
  private final TelemetryReader store;
  private final Executor workers;
  private final int most;
  private final int perSecond;
  private final BooleanSupplier running;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param most live tails at a time
   * @param perSecond records one of them shows
   * @param running false ends them all, so that stopping need not wait for the last reader
   */
  LogTail(
      TelemetryReader store, Executor workers, int most, int perSecond, BooleanSupplier running) {
    this.store = store;
    this.workers = workers;
    this.most = most;
    this.perSecond = perSecond;
    this.running = running;
  }

  void addTo(Endpoints endpoints) {
    endpoints.add("tailLogs", this::answer);
  }

  private Reply answer(Call call) {
    LogFilter filter = LogEndpoints.filter(call);
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      throw new ProblemException(
          429, ApiMessage.TOO_MANY_TAILS.with("limit", most), Map.of("retry-after", "10"));
    }
    return new Reply.Takeover(request -> start(request, filter));
  }

  private void start(HttpServerRequest request, LogFilter filter) {
    new LogTailStream(request, perSecond, running, open::decrementAndGet)
        .start(store, filter, workers);
  }
}
