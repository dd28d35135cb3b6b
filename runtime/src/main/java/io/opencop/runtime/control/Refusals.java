package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a manifest may say and this runtime cannot do. */
final class Refusals {
  private Refusals() {}

  /**
   * @throws CopException with everything that cannot be done
   */
  static void check(App app) {
    List<Notice> problems = new ArrayList<>();
    if (app.source() instanceof Source.Image) {
      problems.add(ControlMessage.NOT_HERE.with("app", app.name()));
    }
    if (app.rollout() instanceof Rollout.Canary) {
      problems.add(notYet(app, "spec.rollout.strategy: canary"));
    }
    if (app.sessions() != null) {
      problems.add(notYet(app, "spec.sessions"));
    }
    if (app.port() != 0) {
      problems.add(notYet(app, "spec.port"));
    }
    if (app.scale().min() == 0) {
      // Nothing would wake it.
      problems.add(notYet(app, "spec.scale.min: 0"));
    }
    app.scale().targets().stream()
        .filter(t -> t.measure() != Measure.CPU && t.measure() != Measure.MEMORY)
        .map(t -> notYet(app, "spec.scale." + field(t.measure())))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
  }

  private static String field(Measure measure) {
    return measure == Measure.METRIC ? "metrics" : measure.name().toLowerCase(Locale.ROOT);
  }

  private static Notice notYet(App app, String field) {
    return ControlMessage.NOT_YET.with("app", app.name(), "field", field);
  }
}
