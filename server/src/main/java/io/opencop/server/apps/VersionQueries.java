package io.opencop.server.apps;

import io.opencop.model.TimeRange;
import io.opencop.runtime.rollout.Red;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.ServiceDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a new release is judged by, from the store's roll-ups by service.version. */
final class VersionQueries implements ReleaseFigures {
  private final TelemetryReader store;

  VersionQueries(TelemetryReader store) {
    this.store = store;
  }

  @Override
  public Red of(String app, String version, Instant from, Instant to) {
    List<RedSlice> versions =
        store
            .service(app, new TimeRange(from, to), Duration.ofMinutes(1))
            .value()
            .map(ServiceDetail::versions)
            .orElse(List.of());
    return versions.stream()
        .filter(v -> v.key().equals(version))
        .map(v -> red(v.red()))
        .findFirst()
        .orElse(Red.NONE);
  }

  private static Red red(io.opencop.telemetry.query.Red red) {
    return new Red(red.count(), red.errors(), red.p95Ms() == null ? Double.NaN : red.p95Ms());
  }
}
