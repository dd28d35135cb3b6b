package io.opencop.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.ServiceSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollupTest {
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), T0.plusSeconds(3600));
  private static final String[] NAMES = {"GET /", "POST /orders", "GET /items/{id}"};

  /** One entry span as the test remembers it. */
  private record Entry(int service, int op, boolean error, long startNanos, long duration) {}

  private final RollupKeys keys = new RollupKeys(1000);

  private Rollup fill(List<Entry> entries) {
    RollupBuilder builder = new RollupBuilder(keys);
    ServiceFacts facts = new ServiceFacts("shop", "java", Map.of("host.name", "h"), 1);
    int[] sources = new int[3];
    for (int s = 0; s < 3; s++) {
      sources[s] = builder.source(new Source("svc" + s, "1." + s, "i" + s), facts);
    }
    for (Entry e : entries) {
      builder.volume(sources[e.service()], VolumeKey.What.SPANS, e.startNanos(), 1);
      builder.entry(
          sources[e.service()],
          e.op(),
          c -> NAMES[c],
          false,
          e.error(),
          0,
          e.startNanos(),
          e.duration());
    }
    return builder.freeze();
  }

  private static List<Entry> random(long seed, int n) {
    Random random = new Random(seed);
    long base = Nanos.of(T0);
    return IntStream.range(0, n)
        .mapToObj(i ->
            new Entry(
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(10) == 0,
                base + random.nextLong(3_600_000_000_000L),
                (long) Math.exp(random.nextGaussian() + 16)))
        .toList();
  }

  @Test
  void countsEqualTheRawOnes() {
    List<Entry> entries = random(1, 20_000);
    RollupView view = new RollupView(List.of(fill(entries)), keys);
    TimeRange range = new TimeRange(T0.plusSeconds(600), T0.plusSeconds(1200));
    List<ServiceSummary> services =
        new ServiceAnswers(view).services(range, Duration.ofSeconds(60), s -> null);
    assertThat(services).hasSize(3);
    for (int s = 0; s < 3; s++) {
      int service = s;
      List<Entry> inside =
          entries.stream()
              .filter(e -> e.service() == service && range.contains(Nanos.instant(e.startNanos())))
              .toList();
      Red red = services.get(s).red();
      assertThat(red.count()).isEqualTo(inside.size());
      assertThat(red.errors()).isEqualTo(inside.stream().filter(Entry::error).count());
      long[] sorted = inside.stream().mapToLong(Entry::duration).sorted().toArray();
      double p95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1] / 1e6;
      assertThat(red.p95Ms()).isBetween(p95 * 0.99, p95 * 1.01);
      assertThat(services.get(s).trend().stream().mapToLong(p -> p.count()).sum())
          .isEqualTo(inside.size());
    }
  }

  @Test
  void coarserStepsAndTwoPartsAddUpToTheSame() {
    List<Entry> entries = random(2, 5_000);
    Rollup whole = fill(entries);
    Rollup left = fill(entries.subList(0, 2_000));
    Rollup right = fill(entries.subList(2_000, 5_000));
    RollupView one = new RollupView(List.of(whole), keys);
    RollupView two = new RollupView(List.of(left.coarser(6), right.coarser(6)), keys);
    assertThat(new ServiceAnswers(two).services(HOUR, Duration.ofSeconds(60), s -> null))
        .isEqualTo(new ServiceAnswers(one).services(HOUR, Duration.ofSeconds(60), s -> null));
  }

  @Test
  void survivesItsFileAndAnotherProcess() throws IOException {
    Rollup rollup = fill(random(3, 3_000));
    byte[] file = new RollupCodec(keys).encode(rollup);
    RollupKeys other = new RollupKeys(1000);
    other.red.number(new RedKey("svc2", "1.2", NAMES[0], "server", true, false)); // other numbers
    Rollup again = new RollupCodec(other).decode(new ByteArrayInputStream(file));
    assertThat(
            new ServiceAnswers(new RollupView(List.of(again), other))
                .services(HOUR, Duration.ofSeconds(60), s -> null))
        .isEqualTo(
            new ServiceAnswers(new RollupView(List.of(rollup), keys))
                .services(HOUR, Duration.ofSeconds(60), s -> null));
    file[40] ^= 1;
    assertThatThrownBy(() -> new RollupCodec(other).decode(new ByteArrayInputStream(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void heatMapHoldsEveryRequestOnce() {
    List<Entry> entries = random(4, 4_000);
    RollupView view = new RollupView(List.of(fill(entries)), keys);
    Heatmap map = HeatmapAnswer.of(view, new HeatmapQuery("svc1", null, HOUR, 120, 40));
    long shown = map.counts().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    assertThat(shown).isEqualTo(entries.stream().filter(e -> e.service() == 1).count());
    assertThat(map.boundsMs()).hasSize(41).isSorted();
    assertThat(map.counts()).allSatisfy(column -> assertThat(column).hasSize(40));
  }

  @Test
  void tooManyOperationsAreFoldedAndCounted() {
    RollupKeys few = new RollupKeys(10);
    RollupBuilder builder = new RollupBuilder(few);
    int source = builder.source(new Source("s", "", ""), new ServiceFacts(null, null, Map.of(), 0));
    for (int i = 0; i < 1_000; i++) {
      builder.entry(source, i, c -> "op" + c, false, false, 0, Nanos.of(T0), 1_000_000);
    }
    Rollup rollup = builder.freeze();
    assertThat(few.folded()).isEqualTo(990);
    var service =
        new ServiceAnswers(new RollupView(List.of(rollup), few))
            .service("s", HOUR, Duration.ofSeconds(10), List.of());
    // The entries alone do not make a service: it is known by what it sent.
    assertThat(service).isPresent();
    assertThat(service.get().red().count()).isEqualTo(1_000);
    assertThat(service.get().operations()).hasSize(11);
    assertThat(service.get().operations().getFirst().operation()).isEqualTo(RedKey.OTHER);
  }

  @Test
  void graphResolvesPeersByWhoAnswered() {
    RollupBuilder b = new RollupBuilder(keys);
    ServiceFacts facts = new ServiceFacts(null, "java", Map.of(), 0);
    int web = b.source(new Source("web", "", "w1"), facts);
    int api = b.source(new Source("api", "", "a1"), facts);
    int peer = b.peer(new Peer(Peer.Kind.HTTP, "10.0.0.7:8080", "10.0.0.7:8080", "http"));
    int db = b.peer(new Peer(Peer.Kind.DATABASE, "postgresql/orders", "orders", "postgresql"));
    int out = b.peer(new Peer(Peer.Kind.HTTP, "bank.example:443", "bank.example", "http"));
    long t = Nanos.of(T0);
    for (int i = 1; i <= 100; i++) {
      b.volume(web, VolumeKey.What.SPANS, t, 1);
      b.volume(api, VolumeKey.What.SPANS, t, 1);
      b.entry(web, 0, c -> "GET /", false, false, 0, t, 5_000_000);
      if (i % 2 == 0) { // the answer may be reported before the call
        b.entry(api, 1, c -> "GET /x", false, false, i, t, 2_000_000);
      }
      b.call(web, peer, false, i % 10 == 0, i, t, 3_000_000);
      if (i % 2 == 1) {
        b.entry(api, 1, c -> "GET /x", false, false, i, t, 2_000_000);
      }
      b.call(api, db, false, false, 1000 + i, t, 1_000_000);
      b.call(api, out, false, false, 2000 + i, t, 1_000_000);
    }
    Graph graph = GraphAnswer.of(new RollupView(List.of(b.freeze()), keys), HOUR, null);
    assertThat(graph.nodes())
        .extracting(Graph.Node::id)
        .containsExactlyInAnyOrder(
            "service:web",
            "service:api",
            "user",
            "database:postgresql/orders",
            "external:bank.example");
    Graph.Edge call =
        graph.edges().stream()
            .filter(e -> e.from().equals("service:web") && e.to().equals("service:api"))
            .findFirst()
            .orElseThrow();
    assertThat(call.red().count()).isEqualTo(100);
    assertThat(call.red().errors()).isEqualTo(10);
    assertThat(graph.edges()).hasSize(4);
  }
}
