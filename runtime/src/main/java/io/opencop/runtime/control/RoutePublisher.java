package io.opencop.runtime.control;

import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Rollout.BlueGreen;
import io.opencop.model.app.Rollout.Canary;
import io.opencop.model.app.Rollout.Rolling;
import io.opencop.model.app.TrafficLimits;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.Upstream;
import io.opencop.runtime.rollout.CanarySteps;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the gateway's file in step with what runs. Belongs to the apps' loop. */
final class RoutePublisher {
  private static final Logger LOG = LoggerFactory.getLogger(RoutePublisher.class);

  private final RoutesFile file;
  private final Consumer<Routes> told;
  private Routes written;

  /**
   * @param told hears of every version that is on disk
   */
  RoutePublisher(RoutesFile file, Consumer<Routes> told) {
    this.file = file;
    this.told = told;
  }

  /** Writes the file where it would say something else now. */
  void publish(List<AppStatus> apps) {
    List<AppRoutes> routes = apps.stream().map(RoutePublisher::routes).toList();
    if (written != null && written.apps().equals(routes)) {
      return;
    }
    try {
      // Time as revision: it goes on counting up where a platform begins anew.
      Routes next = new Routes(System.currentTimeMillis(), routes);
      file.write(next);
      written = next;
      told.accept(next);
    } catch (IOException e) {
      LOG.warn(
          "the gateway's routes cannot be written, it goes on with the last: {}", e.toString());
    }
  }

  private static AppRoutes routes(AppStatus app) {
    AppState state = app.state();
    return new AppRoutes(
        state.app().name(),
        state.app().routes(),
        app.instances().stream()
            .filter(i -> serves(state, i))
            .map(RoutePublisher::upstream)
            .toList(),
        weights(state),
        state.app().scale().min() == 0,
        limits(state.app().traffic()));
  }

  private static Limits limits(TrafficLimits traffic) {
    return new Limits(
        traffic.inFlight(),
        millis(traffic.connectTimeout()),
        millis(traffic.responseTimeout()),
        traffic.requestsPerSecond(),
        traffic.burst(),
        traffic.waiting(),
        millis(traffic.waitTimeout()));
  }

  /** 0 would stand for the default. */
  private static int millis(Duration time) {
    return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
  }

  /**
   * Until all of the new release is ready a blue-green rollout sends it nothing, and a canary what
   * the step before had.
   */
  private static Map<Integer, Integer> weights(AppState state) {
    if (!state.rolling() || state.active() == 0) {
      return Map.of();
    }
    return switch (state.app().rollout()) {
      case Rolling _ -> Map.of();
      case BlueGreen _ -> Map.of(state.active(), 100, state.target(), 0);
      case Canary canary -> {
        int reached = state.progress().step() - (state.progress().since() == null ? 1 : 0);
        int weight = reached < 0 ? 0 : CanarySteps.of(canary).get(reached).weight();
        yield Map.of(state.active(), 100 - weight, state.target(), weight);
      }
    };
  }

  /** A release that is only kept for the way back gets no requests. */
  private static boolean serves(AppState state, Instance instance) {
    int release = instance.workload().release();
    boolean asked = release == state.active() || release == state.target();
    return asked && (instance.state() == State.READY || instance.state() == State.STOPPING);
  }

  private static Upstream upstream(Instance instance) {
    return new Upstream(
        instance.name(),
        instance.endpoint().host(),
        instance.endpoint().port(),
        instance.workload().release(),
        instance.state() == State.STOPPING ? Upstream.State.DRAINING : Upstream.State.READY);
  }
}
