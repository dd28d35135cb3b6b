package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.model.message.Message;
import io.opencop.runtime.net.ConnectionGuard;
import io.opencop.server.apps.Hosting;
import io.opencop.server.auth.Auth;
import io.opencop.server.auth.Doors;
import io.opencop.server.auth.SignInLimit;
import io.opencop.server.config.Config;
import io.opencop.server.config.LoadedConfig;
import io.opencop.server.contract.Contract;
import io.opencop.server.otlp.Budget;
import io.opencop.server.otlp.ReceiverCounters;
import io.opencop.server.web.StaticFiles;
import io.opencop.telemetry.TelemetryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Everything the web port needs, put together.
 *
 * @param senders the guard of the OTLP ports, for the health page
 * @param listening name, address and tls of each open port
 * @param url where people open the console
 */
public record Api(
    LoadedConfig loaded,
    TelemetryStore store,
    Contract contract,
    Auth auth,
    Doors doors,
    ReceiverCounters counters,
    Budget budget,
    ConnectionGuard senders,
    Supplier<List<Map<String, Object>>> listening,
    Supplier<String> url,
    BooleanSupplier ready,
    Executor workers,
    Queries queries,
    Hosting hosting,
    InstantSource clock,
    ApiObserver observer,
    String version,
    Instant started) {

  public ApiHandler handler() {
    Config config = loaded.config();
    Endpoints endpoints = new Endpoints();
    new ServiceEndpoints(store).addTo(endpoints, queries);
    new TraceEndpoints(store).addTo(endpoints, queries);
    new LogEndpoints(store).addTo(endpoints, queries);
    new MetricEndpoints(store).addTo(endpoints, queries);
    new ChangeEndpoints(store).addTo(endpoints, queries);
    new SearchEndpoint(store).addTo(endpoints, queries);
    new SqlEndpoints(store, config.limits().sqlRows()).addTo(endpoints, queries);
    new LogTail(store, workers, config.limits().tails(), config.limits().tailPerSecond(), ready)
        .addTo(endpoints);
    new AppEndpoints(hosting).addTo(endpoints);
    new AppSessionEndpoints(hosting, store).addTo(endpoints);
    new SessionEndpoints(auth, new SignInLimit(System::nanoTime), version).addTo(endpoints);
    new TokenEndpoints(auth, url).addTo(endpoints);
    new AdminEndpoints(store, config.data().dir(), loaded.settings(), version, ready)
        .addTo(endpoints);
    new HealthEndpoint(
            store, counters, budget, this::limits, listening, queries, hosting, version, started)
        .addTo(endpoints);
    new SecretEndpoints(hosting).addTo(endpoints);
    return new ApiHandler(
        new Gate(contract, auth, doors),
        endpoints.checked(contract),
        new StaticFiles(Api.class.getClassLoader(), missingConsole()),
        workers,
        queries,
        clock,
        observer,
        config.tls().behindTls());
  }

  private List<HealthEndpoint.Limit> limits(Lang lang) {
    Message.Text open =
        new Message.Text(
            "%,d open, %,d closed as too slow".formatted(senders.connections(), senders.tooSlow()),
            "연결됨 %,d개, 너무 느려 닫은 연결 %,d개".formatted(senders.connections(), senders.tooSlow()));
    return List.of(
        new HealthEndpoint.Limit(
            "otlp_connections",
            loaded.config().otlp().maxConnections(),
            senders.refused(),
            open.in(lang)),
        new HealthEndpoint.Limit(
            "otlp_request_bytes",
            loaded.config().otlp().maxRequest().bytes(),
            counters.tooLarge(),
            new Message.Text("before and after decompression", "압축을 풀기 전과 푼 뒤 모두").in(lang)),
        new HealthEndpoint.Limit(
            "otlp_bytes_in_flight",
            budget.limit(),
            counters.overloaded(),
            new Message.Text("all requests together", "모든 요청을 합쳐서").in(lang)),
        new HealthEndpoint.Limit("otlp_unknown_requests", 0, counters.strangers(), ""));
  }

  private static String missingConsole() {
    StringBuilder page =
        new StringBuilder("<!doctype html><meta charset=utf-8><title>OpenCOP</title>");
    for (Lang lang : Lang.values()) {
      page.append("<p lang=").append(lang.tag()).append('>');
      page.append(ApiMessage.NO_CONSOLE.with().text(lang)).append("<br>");
      page.append(ApiMessage.NO_CONSOLE.with().next(lang)).append("</p>");
    }
    return page.toString();
  }
}
