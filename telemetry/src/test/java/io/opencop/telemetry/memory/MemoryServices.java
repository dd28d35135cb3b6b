package io.opencop.telemetry.memory;

import io.opencop.model.Change;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Attention;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.RateWindow;
import io.opencop.telemetry.assemble.Reds;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services, by looking at everything they sent. */
final class MemoryServices {
  /** Anything sent: what every signal has in common. */
  private record Sent(String service, long time, Map<String, Object> resource) {}

  private final Items all;
  private final MemoryChanges changes;

  MemoryServices(Items all, MemoryChanges changes) {
    this.all = all;
    this.changes = changes;
  }

  Overview overview(TimeRange asked) {
    TimeRange range = Steps.widen(asked);
    List<ServiceSummary> services = services(asked, 2);
    List<Items.Span> spans = spans(range);
    long sessions =
        spans.stream()
            .map(s -> s.row().attributes().get("session.id"))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    List<Operation> operations = operations(spans, range);
    return new Overview(
        asked.from(),
        asked.to(),
        services.size(),
        services.stream().mapToInt(ServiceSummary::instances).sum(),
        red(new MemoryGraph(all, this, asked).fromUser(), range, firstSignal(range, null)),
        sessions == 0 ? null : sessions,
        Attention.unhealthy(services),
        spans.size(),
        all.logs.stream().filter(l -> in(range, l.time())).count(),
        all.points.stream().filter(p -> in(range, p.point().time())).count(),
        Attention.slowest(operations).orElse(null),
        all.accepted() > 0);
  }

  List<ServiceSummary> services(TimeRange asked, int points) {
    TimeRange range = Steps.widen(asked);
    Duration step = Steps.chooseRed(asked, points);
    Map<String, List<Sent>> seen =
        sent().filter(s -> in(range, s.time())).collect(Collectors.groupingBy(Sent::service));
    return seen.entrySet().stream()
        .map(e -> summary(e.getKey(), e.getValue(), range, step))
        .sorted(Attention.order())
        .toList();
  }

  private ServiceSummary summary(String service, List<Sent> sent, TimeRange range, Duration step) {
    List<Items.Span> spans = of(service, spans(range));
    List<Items.Span> entries = entries(spans);
    List<Items.Log> logs =
        all.logs.stream()
            .filter(l -> l.row().service().equals(service) && in(range, l.time()))
            .toList();
    return new ServiceSummary(
        service,
        last(sent, Resources::namespace),
        last(sent, Resources::language),
        red(entries, range, firstSignal(range, service)),
        redBefore(range, service),
        series(entries, range, step),
        (int) sent.stream().map(s -> instance(s.resource())).distinct().count(),
        entries.stream()
            .map(s -> s.row().version())
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        changes.of(service).stream()
            .filter(c -> c.time().isBefore(range.to()))
            .findFirst()
            .orElse(null),
        Nanos.instant(sent.stream().mapToLong(Sent::time).max().orElseThrow()),
        spans.size(),
        logs.size(),
        logs.stream().filter(l -> l.severity() >= Severities.ERROR).count());
  }

  Optional<ServiceDetail> service(String service, TimeRange asked, Duration wanted) {
    TimeRange range = Steps.widen(asked);
    Duration step =
        wanted == null
            ? Steps.chooseRed(asked, Steps.DEFAULT_POINTS)
            : Steps.cells(Steps.orDefault(wanted, asked));
    List<Sent> sent =
        sent().filter(s -> s.service().equals(service) && in(range, s.time())).toList();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    List<Items.Span> entries = entries(of(service, spans(range)));
    List<Change> inRange =
        changes.of(service).stream().filter(c -> asked.contains(c.time())).toList();
    Map<String, String> resource = new TreeMap<>();
    latest(sent).resource().forEach((k, v) -> resource.put(k, Values.text(v)));
    return Optional.of(
        new ServiceDetail(
            service,
            last(sent, Resources::namespace),
            last(sent, Resources::language),
            (int) step.toSeconds(),
            red(entries, range, firstSignal(range, service)),
            redBefore(range, service),
            series(entries, range, step),
            slices(entries, range, step, s -> text(s.row().version())),
            slices(entries, range, step, s -> text(s.row().instance())),
            operations(entries, range),
            inRange,
            resource));
  }

  private static List<RedSlice> slices(
      List<Items.Span> entries, TimeRange range, Duration step, Function<Items.Span, String> by) {
    List<RedSlice> slices = new ArrayList<>();
    entries.stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
        .forEach((key, part) ->
            slices.add(
                new RedSlice(
                    key,
                    red(part, range, part.stream().mapToLong(Items.Span::start).min().orElse(0)),
                    series(part, range, step),
                    Nanos.instant(part.stream().mapToLong(Items.Span::start).min().orElse(0)),
                    Nanos.instant(part.stream().mapToLong(Items.Span::start).max().orElse(0)))));
    return slices;
  }

  /** Most requests first. */
  private List<Operation> operations(List<Items.Span> spans, TimeRange range) {
    return entries(spans).stream()
        .collect(
            Collectors.groupingBy(s -> List.of(s.row().service(), s.row().name(), s.row().kind())))
        .entrySet()
        .stream()
        .map(e ->
            new Operation(
                e.getKey().get(0),
                e.getKey().get(1),
                e.getKey().get(2),
                red(e.getValue(), range, firstSignal(range, e.getKey().get(0)))))
        .sorted(
            Comparator.comparingLong((Operation o) -> -o.red().count())
                .thenComparing(Operation::operation)
                .thenComparing(Operation::kind))
        .toList();
  }

  private static List<RedPoint> series(List<Items.Span> entries, TimeRange range, Duration step) {
    return Steps.times(range, step).stream()
        .map(t -> {
          TimeRange here = new TimeRange(t, t.plus(step));
          List<Items.Span> part = entries.stream().filter(s -> in(here, s.start())).toList();
          return Reds.point(t, durations(part), errors(part));
        })
        .toList();
  }

  /** Of spans of the range, with a rate since the first signal. */
  static Red red(Collection<Items.Span> spans, TimeRange range, long firstSignal) {
    double seconds = RateWindow.seconds(range, firstSignal, Steps.CELL.toNanos());
    return Reds.of(seconds, durations(spans), errors(spans));
  }

  private Red redBefore(TimeRange range, String service) {
    TimeRange before = before(range);
    return red(entries(of(service, spans(before))), before, firstSignal(before, service));
  }

  /**
   * When a service (null: anybody) first sent anything in a range; the largest number for never.
   */
  long firstSignal(TimeRange range, String service) {
    return sent()
        .filter(s -> (service == null || s.service().equals(service)) && in(range, s.time()))
        .mapToLong(Sent::time)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  static boolean in(TimeRange range, long time) {
    Instant t = Nanos.instant(time);
    return range.contains(t);
  }

  /** Those without one count together as one. */
  static String instance(Map<String, Object> resource) {
    return text(Resources.instance(resource));
  }

  private static String text(String s) {
    return s == null ? "" : s;
  }

  private Stream<Sent> sent() {
    return Stream.of(
            all.spans.stream().map(s -> new Sent(s.row().service(), s.start(), s.row().resource())),
            all.logs.stream().map(l -> new Sent(l.row().service(), l.time(), l.row().resource())),
            all.points.stream()
                .map(p -> new Sent(p.service(), p.point().time(), p.series().resource())))
        .flatMap(s -> s);
  }

  private List<Items.Span> spans(TimeRange range) {
    return all.spans.stream().filter(s -> in(range, s.start())).toList();
  }

  private static List<Items.Span> of(String service, List<Items.Span> spans) {
    return spans.stream().filter(s -> s.row().service().equals(service)).toList();
  }

  private static List<Items.Span> entries(List<Items.Span> spans) {
    return spans.stream().filter(Items.Span::entry).toList();
  }

  private static TimeRange before(TimeRange range) {
    return new TimeRange(range.from().minus(range.length()), range.from());
  }

  private static Sent latest(List<Sent> sent) {
    return sent.stream().max(Comparator.comparingLong(Sent::time)).orElseThrow();
  }

  private static String last(List<Sent> sent, Function<Map<String, Object>, String> what) {
    return what.apply(latest(sent).resource());
  }

  private static long[] durations(Collection<Items.Span> spans) {
    return spans.stream().mapToLong(Items.Span::duration).toArray();
  }

  private static long errors(Collection<Items.Span> spans) {
    return spans.stream().filter(Items.Span::error).count();
  }
}
