package io.opencop.model.app;

import java.util.List;
import java.util.Map;

/**
 * One deployable service, as its manifest says, defaults filled in.
 *
 * @param name DNS label (RFC 1123); also its service.name
 * @param port where an instance listens; 0 where the runtime chooses and tells it by PORT
 * @param sessions null where the app's sessions are its own affair
 */
public record App(
    String name,
    Map<String, String> labels,
    Source source,
    int port,
    Map<String, EnvValue> env,
    Resources resources,
    Health health,
    Stop stop,
    Scale scale,
    Rollout rollout,
    SessionSettings sessions,
    TrafficLimits traffic,
    List<Route> routes) {
  public App {
    labels = Map.copyOf(labels);
    // An app that was stored before there were any.
    traffic = traffic == null ? TrafficLimits.DEFAULTS : traffic;
    env = Map.copyOf(env);
    routes = List.copyOf(routes);
  }

  /** The same made of something else. */
  public App withSource(Source other) {
    return new App(
        name, labels, other, port, env, resources, health, stop, scale, rollout, sessions, traffic,
        routes);
  }

  /** The same with other variables. */
  public App withEnv(Map<String, EnvValue> other) {
    return new App(
        name, labels, source, port, other, resources, health, stop, scale, rollout, sessions,
        traffic, routes);
  }
}
