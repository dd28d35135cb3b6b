package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Rollout.Amount;
import io.opencop.model.app.Rollout.Rolling;
import io.opencop.model.message.Notice;
import java.util.List;

/**
 * An app whose program listens where it likes and cannot be told otherwise ({@code spec.port}). A
 * machine has each port once: there is one instance, and the old one goes before the new one comes.
 */
final class FixedPort {
  private static final Rolling ONE_BY_ONE = new Rolling(new Amount(0, false), new Amount(1, false));

  private FixedPort() {}

  static void check(App app, List<Notice> problems) {
    if (Math.max(app.scale().min(), app.scale().max()) > 1) {
      problems.add(refusal(app, "spec.scale"));
    }
    if (!(app.rollout() instanceof Rolling)) {
      problems.add(refusal(app, "spec.rollout.strategy"));
    }
  }

  static Notice refusal(App app, String field) {
    return ControlMessage.ONE_PORT.with("app", app.name(), "port", app.port(), "field", field);
  }

  /** How its releases follow each other. */
  static Rollout rollout(App app) {
    return app.port() == 0 ? app.rollout() : ONE_BY_ONE;
  }
}
