package io.opencop.runtime.gateway.telemetry;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends what the lanes have seen. Requests never wait for it: spans that cannot be delivered are
 * lost and counted; figures are totals, so that the next delivery makes up for a lost one.
 */
public final class Telemetry {
  private static final int TIMEOUT_MS = 5_000;
  private static final int OK = 300;

  private final TelemetrySettings settings;
  private final HttpClient client;
  private final OtlpJson json;
  private final List<LaneTelemetry> lanes = new CopyOnWriteArrayList<>();
  private final AtomicLong undelivered = new AtomicLong();

  /**
   * @param every milliseconds between two deliveries
   */
  public Telemetry(Vertx vertx, TelemetrySettings settings, String instance, long every) {
    this.settings = settings;
    this.json = new OtlpJson(settings.service(), instance);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(TIMEOUT_MS).setShared(false),
            new PoolOptions().setHttp1MaxSize(1));
    vertx.setPeriodic(
        every,
        _ -> {
          var _ = deliver();
        });
  }

  /** For one event loop more. */
  public LaneTelemetry lane() {
    LaneTelemetry lane = new LaneTelemetry(settings.ratio(), new SplittableRandom());
    lanes.add(lane);
    return lane;
  }

  /** What there is since the last delivery. */
  public Future<?> deliver() {
    List<LaneTelemetry.Ended> spans = new ArrayList<>();
    Map<Series, Durations> durations = new HashMap<>();
    long lost = undelivered.get();
    for (LaneTelemetry lane : lanes) {
      spans.addAll(lane.drain());
      lane.addTo(durations);
      lost += lane.lost();
    }
    Future<?> metrics = send("/v1/metrics", json.metrics(durations, lost));
    if (spans.isEmpty()) {
      return metrics;
    }
    Future<?> traces =
        send("/v1/traces", json.traces(spans)).onFailure(_ -> undelivered.addAndGet(spans.size()));
    return Future.join(metrics, traces);
  }

  private Future<Void> send(String path, JsonObject body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(settings.endpoint() + path)
            .setTimeout(TIMEOUT_MS)
            .putHeader("content-type", "application/json");
    settings.headers().forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> request.send(body.toBuffer()))
        .compose(answer ->
            answer.statusCode() < OK
                ? answer.end()
                : Future.failedFuture("HTTP " + answer.statusCode()));
  }
}
