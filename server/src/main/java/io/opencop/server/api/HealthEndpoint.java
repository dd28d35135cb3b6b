package io.opencop.server.api;

import io.opencop.model.Signal;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.server.apps.Hosting;
import io.opencop.server.otlp.Budget;
import io.opencop.server.otlp.ReceiverCounters;
import io.opencop.server.self.ProcessFigures;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.TelemetryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The platform's own state: what the store says, what the receiver counted, what it costs. */
final class HealthEndpoint {
  /** A limit of the receiver and how often it was hit; the detail in the caller's language. */
  record Limit(String name, long limit, long folded, String detail) {}

  /** Problems of the store while which nothing is taken. */
  private static final Set<String> REFUSING = Set.of("disk_full", "journal_io_error");

  private final TelemetryStore store;
  private final ReceiverCounters counters;
  private final Budget budget;
  private final Function<Lang, List<Limit>> limits;
  private final Supplier<List<Map<String, Object>>> listening;
  private final Queries queries;
  private final Hosting hosting;
  private final ProcessFigures.Sampler process = new ProcessFigures.Sampler();
  private final String version;
  private final Instant started;

  HealthEndpoint(
      TelemetryStore store,
      ReceiverCounters counters,
      Budget budget,
      Function<Lang, List<Limit>> limits,
      Supplier<List<Map<String, Object>>> listening,
      Queries queries,
      Hosting hosting,
      String version,
      Instant started) {
    this.store = store;
    this.counters = counters;
    this.budget = budget;
    this.limits = limits;
    this.listening = listening;
    this.queries = queries;
    this.hosting = hosting;
    this.version = version;
    this.started = started;
  }

  void addTo(Endpoints endpoints) {
    endpoints.add("platformHealth", this::answer);
  }

  private Reply answer(Call call) {
    StoreHealth health = store.health();
    Map<String, Object> all = new LinkedHashMap<>();
    HostedHealth beside = HostedHealth.of(hosting.now());
    all.put("status", status(health, beside));
    List<Object> problems = new ArrayList<>(beside.problems(call.lang()));
    health.problems().forEach(p -> problems.add(problem(p, call.lang())));
    all.put("problems", problems);
    all.put("version", version);
    all.put("started", started);
    all.put("uptime_s", Duration.between(started, call.now()).toMillis() / 1e3);
    all.put("endpoints", listening.get());
    all.put("receiver", Map.of("signals", health.received().stream().map(this::received).toList()));
    StoreHealth.Pipeline pipeline = health.pipeline();
    all.put(
        "pipeline",
        new StoreHealth.Pipeline(
            pipeline.queuedBytes() + budget.used(),
            pipeline.queueLimitBytes() + budget.limit(),
            pipeline.queuedFrames(),
            pipeline.lagMs()));
    all.put("journal", health.journal());
    all.put("store", stored(health));
    all.put("queries", queries.counters().shown(queries.load()));
    List<Object> bounds = new ArrayList<>(health.limits());
    bounds.addAll(limits.apply(call.lang()));
    all.put("limits", bounds);
    all.put("process", process.take());
    all.putAll(beside.shown());
    return Reply.ok(all);
  }

  private static String status(StoreHealth health, HostedHealth beside) {
    boolean refusing =
        health.problems().stream().anyMatch(problem -> REFUSING.contains(problem.code()));
    return refusing ? "refusing" : health.problems().isEmpty() && beside.well() ? "ok" : "degraded";
  }

  private static Map<String, Object> problem(StoreHealth.Problem problem, Lang lang) {
    Notice notice = HealthMessage.of(problem);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", notice.code());
    all.put("message", notice.text(lang));
    all.put("next", notice.next(lang));
    all.put("since", problem.since());
    return all;
  }

  /** The store's own counts, and beside its refusals those that never reached it. */
  private Map<String, Object> received(StoreHealth.Received r) {
    Signal signal = r.signal();
    Map<String, StoreHealth.Refused> refused = new TreeMap<>();
    r.refused().forEach(one -> merge(refused, one.reason(), one.requests(), one.items()));
    counters
        .refused(signal)
        .forEach(own -> merge(refused, own.refusal().name(), own.requests(), 0));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("signal", signal);
    all.put("requests", counters.requests(signal));
    all.put("items", r.items());
    all.put("bytes", r.bytes());
    all.put("duplicates", r.duplicates());
    all.put("per_second", r.perSecond());
    refused.values().removeIf(one -> one.requests() == 0 && one.items() == 0);
    all.put("refused", refused.values());
    return all;
  }

  private static void merge(
      Map<String, StoreHealth.Refused> into, String name, long requests, long items) {
    String reason = name.toLowerCase(Locale.ROOT);
    into.merge(
        reason,
        new StoreHealth.Refused(reason, requests, items),
        (a, b) ->
            new StoreHealth.Refused(reason, a.requests() + b.requests(), a.items() + b.items()));
  }

  private static Map<String, Object> stored(StoreHealth health) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("signals", health.stored().stream().map(HealthEndpoint::signal).toList());
    all.put("disk_free_bytes", health.diskFreeBytes());
    all.put("disk_used_bytes", health.diskUsedBytes());
    all.put("last_seal_ms", health.lastSealMs());
    all.put("quarantined", health.quarantined());
    all.put("quarantined_bytes", health.quarantinedBytes());
    return all;
  }

  private static Map<String, Object> signal(StoreHealth.Stored stored) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("signal", stored.signal());
    all.put("hot_rows", stored.hotRows());
    all.put("sealed_rows", stored.sealedRows());
    all.put("segments", stored.segments());
    all.put("bytes", stored.bytes());
    all.put("oldest", stored.oldest());
    all.put("retention_s", stored.retentionSeconds());
    all.put("freed_bytes", stored.freedBytes());
    return all;
  }
}
