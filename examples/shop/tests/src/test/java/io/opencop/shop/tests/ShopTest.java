package io.opencop.shop.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole shop under load, seen through its own telemetry. One start serves all the tests, in any
 * order; a fault that hurts no other test stays on, because taking a release back takes seconds.
 */
class ShopTest {
  private static final Set<String> SERVICES =
      Set.of("storefront", "catalog", "order", "payment", "inventory");

  @TempDir static Path work;
  private static OtlpSink sink;
  private static Launched shop;

  @BeforeAll
  static void start() throws Exception {
    sink = new OtlpSink();
    shop = new Launched(work, sink, "--rate", "10", "--innocent", "0");
    shop.await("ready", "shop");
  }

  @AfterAll
  static void stop() throws IOException {
    shop.close();
    sink.close();
  }

  @Test
  void anOrderIsOneTraceThroughAllFiveServicesAndTheQueue() throws Exception {
    List<OtlpSink.Seen<Span>> trace =
        Await.until(
            () -> "a trace of all services and a consumer; spans: " + sink.spans.size(),
            () ->
                sink.spans.stream()
                    .collect(Collectors.groupingBy(seen -> seen.signal().getTraceId()))
                    .values()
                    .stream()
                    .filter(t -> services(t).equals(SERVICES))
                    .filter(t ->
                        t.stream()
                            .anyMatch(
                                s -> s.signal().getKind() == Span.SpanKind.SPAN_KIND_CONSUMER))
                    .findFirst());

    assertThat(trace)
        .extracting(s -> s.attribute("service.version"))
        .allMatch(v -> v.matches("1\\.[45]\\.0"));
    assertThat(trace).extracting(s -> s.attribute("service.namespace")).containsOnly("shop");
    assertThat(trace)
        .extracting(s -> s.attribute("deployment.environment.name"))
        .containsOnly("demo");
    assertThat(trace).extracting(s -> s.attribute("vcs.ref.head.revision")).doesNotContain("");
    assertThat(attribute(trace, "order", "session.id")).hasSize(16);
    assertThat(attribute(trace, "order", "enduser.pseudo.id")).hasSize(16);
    assertThat(trace)
        .extracting(s -> Attributes.of(s.signal().getAttributesList(), "server.address"))
        .contains("catalog", "payment", "inventory", "shop-db", "pg.hangang-pay.example");
    assertThat(trace)
        .extracting(
            s -> Attributes.of(s.signal().getAttributesList(), "messaging.destination.name"))
        .contains("order.placed");
  }

  @Test
  void everyServiceLogsWithTraceIdsAndReportsItsConnectionPoolAndItsJvm() throws Exception {
    for (String service : SERVICES) {
      Await.until(
          () -> "a log of " + service + " with a trace id",
          () ->
              sink.logs.stream()
                  .filter(seen -> seen.service().equals(service))
                  .filter(seen -> !seen.signal().getTraceId().isEmpty())
                  .findFirst());
      for (String name :
          List.of(
              "db.client.connection.count", "jvm.memory.used", "http.server.request.duration")) {
        Await.until(
            () -> name + " of " + service + " among " + metricNames(service),
            () -> metricNames(service).stream().filter(name::equals).findFirst());
      }
    }
    assertThat(sink.logs)
        .extracting(seen -> seen.signal().getBody().getStringValue())
        .anyMatch(body -> body.startsWith("상품 상세 조회: "));
  }

  @Test
  void theFirstDeploysAreAnnounced() throws Exception {
    Await.until(
        () -> "five deploys",
        () -> deploys("1.4.0").size() == 5 ? Optional.of(1) : Optional.empty());
    assertThat(deploys("1.4.0")).extracting(c -> c.path("service").asText()).containsAll(SERVICES);
  }

  @Test
  void aReleaseThatAsksOncePerProductShowsInSpansAndAmongTheChangesAndCanBeTakenBack()
      throws Exception {
    assertThat(shop.run("fault", "n-plus-one", "on")).isZero();
    Await.until(
        () -> "a trace in which catalog 1.5.0 asks the same more than 30 times",
        () ->
            sink.spans.stream()
                .filter(s -> s.service().equals("catalog"))
                .filter(s -> s.attribute("service.version").equals("1.5.0"))
                .filter(s ->
                    query(s).contains("count(?) AS reviews")
                        || query(s).contains("count(*) AS reviews"))
                .collect(Collectors.groupingBy(s -> s.signal().getTraceId(), Collectors.counting()))
                .values()
                .stream()
                .filter(n -> n > 30)
                .findFirst());
    assertThat(deploys("1.5.0")).extracting(c -> c.path("service").asText()).contains("catalog");
    assertThat(changes(c -> c.path("kind").asText().equals("commit")))
        .anyMatch(c -> c.path("diff").asText().contains("for (Product product : products)"));

    assertThat(shop.run("fault", "n-plus-one", "off")).isZero();
    assertThat(deploys("1.4.0").stream().filter(c -> c.path("service").asText().equals("catalog")))
        .hasSize(2);
  }

  @Test
  void aReleaseThatThrowsLeavesTheExceptionInTheSpanAndTheLog() throws Exception {
    assertThat(shop.run("fault", "exception", "on")).isZero();
    Await.until(
        () -> "a payment span with a NullPointerException",
        () ->
            sink.spans.stream()
                .filter(s -> s.service().equals("payment"))
                .flatMap(s -> s.signal().getEventsList().stream())
                .filter(e ->
                    Attributes.of(e.getAttributesList(), "exception.type")
                        .endsWith("NullPointerException"))
                .filter(e ->
                    Attributes.of(e.getAttributesList(), "exception.stacktrace")
                        .contains("FeesByMethod.of"))
                .findFirst());
  }

  @Test
  void aShrunkPoolShowsInThePoolsMetricWithTheVersionUnchanged() throws Exception {
    assertThat(shop.run("fault", "pool-shrunk", "on")).isZero();
    Await.until(
        () -> "a pool of one at order",
        () ->
            sink.metrics.stream()
                .filter(m -> m.service().equals("order"))
                .filter(m -> m.attribute("service.version").equals("1.4.0"))
                .filter(m -> m.signal().getName().equals("db.client.connection.limit"))
                .flatMap(m -> m.signal().getSum().getDataPointsList().stream())
                .filter(point -> point.getAsInt() == 1)
                .findFirst());
    assertThat(changes(c -> c.path("kind").asText().equals("config")))
        .anyMatch(c ->
            c.path("diff").asText().contains("+spring.datasource.hikari.maximum-pool-size=1\n"));
  }

  @Test
  void aSlowGatewayShowsOnTheWayOutAndIsAnnouncedByNobody() throws Exception {
    int before = sink.changes.size();
    assertThat(shop.run("fault", "downstream-delay", "on")).isZero();
    Await.until(
        () -> "a call of 1.5 s to the gateway",
        () ->
            sink.spans.stream()
                .filter(s -> s.service().equals("payment"))
                .filter(s ->
                    Attributes.of(s.signal().getAttributesList(), "server.address")
                        .startsWith("pg."))
                .filter(s -> nanos(s.signal()) >= 1_500_000_000L)
                .findFirst());
    assertThat(shop.run("fault", "downstream-delay", "off")).isZero();
    assertThat(sink.changes).hasSize(before);
  }

  @Test
  void strictCountingLocksARowAndItsFlagIsAmongTheChanges() throws Exception {
    assertThat(shop.run("fault", "lock-contention", "on")).isZero();
    Await.until(
        () -> "a row lock of inventory",
        () ->
            sink.spans.stream()
                .filter(s -> s.service().equals("inventory"))
                .filter(s -> query(s).contains("FOR UPDATE"))
                .findFirst());
    assertThat(changes(c -> c.path("kind").asText().equals("flag")))
        .anyMatch(c -> c.path("id").asText().equals("strict-stock-count"));
    assertThat(shop.run("fault", "lock-contention", "off")).isZero();
  }

  @Test
  void aSurgeIsFiveTimesTheRate() throws Exception {
    assertThat(shop.run("fault", "traffic-surge", "on")).isZero();
    shop.await(e -> e.path("event").asText().equals("load") && e.path("rate").asDouble() == 50);
    assertThat(shop.run("fault", "traffic-surge", "off")).isZero();
  }

  @Test
  void anUnknownFaultIsRefused() throws Exception {
    assertThat(shop.run("fault", "no-such-thing", "on")).isEqualTo(1);
    assertThat(shop.run("fault", "slow-query")).isEqualTo(2);
  }

  private static String query(OtlpSink.Seen<Span> span) {
    return Attributes.of(span.signal().getAttributesList(), "db.query.text");
  }

  private static long nanos(Span span) {
    return span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
  }

  private static Set<String> services(List<OtlpSink.Seen<Span>> trace) {
    return trace.stream()
        .map(OtlpSink.Seen::service)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String attribute(List<OtlpSink.Seen<Span>> trace, String service, String key) {
    return trace.stream()
        .filter(s -> s.service().equals(service))
        .map(s -> Attributes.of(s.signal().getAttributesList(), key))
        .max(Comparator.comparing(String::length))
        .orElse("");
  }

  private static Set<String> metricNames(String service) {
    return sink.metrics.stream()
        .filter(m -> m.service().equals(service))
        .map(m -> m.signal().getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> deploys(String version) {
    return changes(c ->
        c.path("kind").asText().equals("deploy") && c.path("version").asText().equals(version));
  }

  private static List<JsonNode> changes(Predicate<JsonNode> wanted) {
    ObjectMapper json = new ObjectMapper();
    return sink.changes.stream()
        .map(text -> {
          try {
            return json.readTree(text);
          } catch (IOException e) {
            throw new AssertionError(text, e);
          }
        })
        .filter(wanted)
        .toList();
  }
}
