package io.opencop.telemetry.contract;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** What a service's SDK reports every half minute, of every type; counters restart now and then. */
final class SampleMetrics {
  private static final double[] BOUNDS = {5, 10, 25, 50, 100, 250};

  private final Random random;
  private final Instant start;
  private Instant now;
  private Instant began;
  private long requests;
  private final long[] buckets = new long[BOUNDS.length + 1];
  private double sum;

  SampleMetrics(Random random, Instant start) {
    this.random = random;
    this.start = start;
    now = start;
    began = start.minusSeconds(3600);
  }

  /** The next half minute. */
  ExportMetricsServiceRequest next() {
    Instant before = now;
    now = now.plusSeconds(random.nextInt(8) == 0 ? 95 : 30);
    if (random.nextInt(10) == 0) {
      began = before.plusSeconds(5);
      requests = 0;
      sum = 0;
      Arrays.fill(buckets, 0);
    }
    requests += random.nextInt(300);
    for (int i = 0; i < 20; i++) {
      buckets[random.nextInt(buckets.length)]++;
      sum += random.nextInt(300);
    }
    String status = random.nextInt(6) == 0 ? "500" : "200";
    return Otlp.metrics(
        TelemetrySamples.resource("order", 1),
        Points.gauge(
            "jvm.memory.used",
            "By",
            Points.point(null, now, random.nextInt(1 << 30), "jvm.memory.pool.name", "eden"),
            Points.point(null, now, 0, "jvm.memory.pool.name", "old")
                .setAsInt(random.nextInt(1 << 30))),
        Points.sum(
            "http.server.requests", false, true, Points.point(began, now, (double) requests)),
        Points.sum(
            "orders.placed",
            true,
            true,
            Points.point(before, now, random.nextInt(40), "http.response.status_code", status)),
        Points.sum("queue.size", false, false, Points.point(start, now, random.nextInt(100))),
        Points.histogram(
            "http.server.request.duration",
            false,
            Points.buckets(began, now, sum, BOUNDS, buckets)
                .addExemplars(
                    Exemplar.newBuilder()
                        .setTimeUnixNano(Otlp.nanos(now.minusSeconds(1)))
                        .setAsDouble(random.nextInt(300))
                        .setTraceId(Otlp.id(Otlp.traceId(1 + random.nextInt(99)))))),
        Points.exponential(
            "rpc.duration",
            true,
            Points.exponential(
                before,
                now,
                random.nextInt(4),
                random.nextInt(900),
                random.nextInt(3),
                random.nextInt(20) - 10,
                random.nextInt(9),
                random.nextInt(9),
                1 + random.nextInt(9))),
        Points.summary(
            "gc.pause",
            start,
            now,
            random.nextInt(50),
            random.nextInt(900),
            0.5,
            random.nextInt(20),
            0.99,
            20 + random.nextInt(50)));
  }
}
