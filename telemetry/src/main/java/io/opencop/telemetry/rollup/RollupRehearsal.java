package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.query.HeatmapQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Answers the console's first questions about an hour that never was, often enough that the code
 * which decodes and adds up cells is compiled before a person waits for it: interpreted, the first
 * overview of a busy hour takes ten times as long as the second.
 */
public final class RollupRehearsal {
  private static final int SERVICES = 12;
  private static final int OPERATIONS = 6;
  private static final long STEP = RollupBuilder.STEP_NANOS;

  private RollupRehearsal() {}

  /**
   * @param goOn asked before each round
   */
  public static void run(BooleanSupplier goOn) throws IOException {
    Instant end = Instant.parse("2026-01-01T12:00:00Z");
    TimeRange hour = new TimeRange(end.minus(Duration.ofHours(1)), end);
    RollupKeys keys = new RollupKeys(OPERATIONS);
    RollupCodec codec = new RollupCodec(keys);
    byte[] file = codec.encode(hour(keys, Nanos.of(hour.from())));
    while (goOn.getAsBoolean()) {
      Rollup rollup = codec.decode(new ByteArrayInputStream(file));
      RollupView view = new RollupView(List.of(rollup), keys);
      OverviewAnswer.of(view, hour, null, true);
      HeatmapAnswer.of(view, new HeatmapQuery("s1", null, hour, 120, 40));
      GraphAnswer.of(view, hour, null);
      ServiceAnswers services = new ServiceAnswers(view);
      services.services(hour, Steps.chooseRed(hour, 30), service -> null);
      services.service("s1", hour, Steps.chooseRed(hour, 120), List.of());
    }
  }

  private static Rollup hour(RollupKeys keys, long from) {
    RollupBuilder builder = new RollupBuilder(keys);
    ServiceFacts facts = new ServiceFacts("shop", "java", Map.of(), from);
    for (int s = 0; s < SERVICES; s++) {
      int source = builder.source(new Source("s" + s, "1", "i" + s), facts);
      int peer =
          builder.peer(
              new Peer(Peer.Kind.HTTP, "s" + (s + 1) + ":80", "s" + (s + 1) + ":80", "http"));
      for (int i = 0; i < 360 * OPERATIONS * 3; i++) {
        long at = from + (i % 360) * STEP;
        long took = 1_000_000L + (i * 2_654_435_761L & 0x3fffffff);
        builder.volume(source, VolumeKey.What.SPANS, at, 1);
        builder.entry(source, i % OPERATIONS, n -> "op" + n, false, i % 50 == 0, i % 2, at, took);
        builder.call(source, peer, false, i % 50 == 0, 1 + i % 2, at, took);
      }
    }
    return builder.freeze();
  }
}
