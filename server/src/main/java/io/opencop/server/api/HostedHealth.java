package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.server.apps.AppHost;
import io.opencop.server.apps.keep.GatewayState;
import io.opencop.server.apps.keep.GridState;
import io.opencop.sessions.grid.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What runs beside the platform for the apps: gateway and session grid. */
record HostedHealth(GatewayState gateway, GridState grid) {

  /** Where no apps are run, there is neither. */
  static HostedHealth of(Optional<AppHost> host) {
    return host.map(h -> new HostedHealth(h.gateway(), h.grid()))
        .orElse(new HostedHealth(GatewayState.OFF, GridState.OFF));
  }

  boolean well() {
    return gateway.problem() == null && grid.problem() == null;
  }

  List<Map<String, Object>> problems(Lang lang) {
    List<Map<String, Object>> all = new ArrayList<>();
    add(all, gateway.problem(), gateway.since(), lang);
    add(all, grid.problem(), grid.since(), lang);
    return all;
  }

  private static void add(List<Map<String, Object>> all, Notice problem, Instant since, Lang lang) {
    if (problem != null) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("code", problem.code());
      one.put("message", problem.text(lang));
      one.put("next", problem.next(lang));
      one.put("since", since);
      all.add(one);
    }
  }

  Map<String, Object> shown() {
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("phase", gateway.phase());
    way.put("url", gateway.url().isEmpty() ? null : gateway.url());
    way.put("version", gateway.version().isEmpty() ? null : gateway.version());
    way.put("since", gateway.since());
    way.put("restarts", gateway.restarts());
    Map<String, Object> sessions = new LinkedHashMap<>();
    sessions.put("phase", grid.phase());
    sessions.put("since", grid.since());
    sessions.put("restarts", grid.restarts());
    sessions.put("members", grid.members().stream().map(HostedHealth::member).toList());
    return Map.of("gateway", way, "sessions", sessions);
  }

  private static Map<String, Object> member(Member member) {
    return Map.of(
        "name", member.name(),
        "address", member.endpoint(),
        "state", member.state().name().toLowerCase(Locale.ROOT),
        "together", member.together());
  }
}
