package io.opencop.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Query;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the platform, over its API, what it has seen of the shop. */
public final class Tour {
  public static final Set<String> SERVICES =
      Set.of("storefront", "catalog", "order", "payment", "inventory");

  private final Api api;
  private final Instant since;
  private final Set<String> seen = new TreeSet<>();

  public Tour(Api api, Instant since) {
    this.api = api;
    this.since = since;
  }

  /** The id of a trace that went through all services, if there is one yet. */
  public Optional<String> endToEnd() {
    // Every order that is paid goes through all five, so the traces of payments are few and right;
    // those of the platform's probes are not.
    Query query =
        new Query()
            .with("service", "payment")
            .with("kind", "server")
            .with("operation", "POST /payments")
            .with("limit", 100)
            .with("from", since.toString());
    for (JsonNode trace : api.get("/api/v1/traces", query).path("traces")) {
      Set<String> services = new HashSet<>();
      trace.path("services").forEach(s -> services.add(s.path("service").asText()));
      seen.addAll(services);
      if (services.containsAll(SERVICES)) {
        return Optional.of(trace.path("trace_id").asText());
      }
    }
    return Optional.empty();
  }

  /** Services the traces looked at have gone through. */
  public String seen() {
    return seen.isEmpty() ? "-" : String.join(", ", seen);
  }

  public JsonNode overview() {
    return api.get("/api/v1/overview", new Query().with("from", since.toString()));
  }

  /** Services that reported, the platform itself left out. */
  public Set<String> services() {
    Set<String> names = new TreeSet<>();
    api.get("/api/v1/services", new Query().with("from", since.toString()))
        .path("services")
        .forEach(s -> names.add(s.path("service").asText()));
    names.removeAll(Set.of("opencop", "opencop-gateway"));
    return names;
  }
}
