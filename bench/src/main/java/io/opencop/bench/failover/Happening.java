package io.opencop.bench.failover;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Lets one event happen and says how long it was felt. */
final class Happening {
  private static final int REPLICAS = 2;
  private static final int MORE = 4;

  private final Platform platform;
  private final Path folder;
  private final Random random;
  private int release = 1;

  /**
   * How long it took.
   *
   * @param detectMs until the platform knew; NaN where there was nothing to notice
   * @param recoverMs until everything was there again
   */
  record Felt(Event event, double detectMs, double recoverMs) {}

  Happening(Platform platform, Path folder, long seed) {
    this.platform = platform;
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** The first release, until it is at full strength. */
  void begin() {
    platform.apply(War.write(folder, release));
    platform.awaitStrength(REPLICAS);
  }

  Felt happen(Event event) {
    long start = System.nanoTime();
    double detect =
        switch (event) {
          case INSTANCE -> killInstance();
          case MEMBER -> killMember();
          case PLATFORM -> killPlatform();
          case RELEASE -> roll();
          case SCALE -> scale();
        };
    platform.awaitStrength(REPLICAS);
    return new Felt(event, detect, since(start));
  }

  private double killInstance() {
    List<JsonNode> all = platform.instances();
    String name = all.get(random.nextInt(all.size())).path("name").asText();
    long pid = platform.pid(name);
    Instant at = Instant.now();
    long start = System.nanoTime();
    Processes.kill(pid);
    Platform.await("its end is noticed", () -> !runs(platform.instance(name)), () -> name);
    double seen = since(start);
    // The platform's own time is finer than how often we can ask.
    String told = platform.instance(name).path("exit").path("time").asText();
    return told.isEmpty() ? seen : Math.min(seen, millis(at, Instant.parse(told)));
  }

  private static boolean runs(JsonNode instance) {
    String state = instance.path("state").asText();
    return state.equals("ready") || state.equals("not_ready") || state.equals("starting");
  }

  private double killMember() {
    Grid grid = platform.grid();
    List<String> all = grid.members();
    String name = all.get(random.nextInt(all.size()));
    long pid = grid.process(name).orElseThrow().pid();
    long start = System.nanoTime();
    Processes.kill(pid);
    // Noticed at the latest when another one is started in its place.
    Platform.await(
        "a new member is started",
        () -> grid.process(name).filter(p -> p.pid() != pid).isPresent(),
        grid::told);
    return since(start);
  }

  private double killPlatform() {
    platform.kill();
    platform.startAgain();
    return Double.NaN;
  }

  private double roll() {
    int before = platform.app().path("target").asInt();
    release++;
    platform.apply(War.write(folder, release));
    Platform.await(
        "the new release is wanted",
        () -> platform.app().path("target").asInt() != before,
        () -> platform.app().toString());
    return Double.NaN;
  }

  private double scale() {
    platform.scale(MORE);
    platform.awaitStrength(MORE);
    platform.scale(REPLICAS);
    return Double.NaN;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toNanos() / 1e6);
  }
}
