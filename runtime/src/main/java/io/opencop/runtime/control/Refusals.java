package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.util.ArrayList;
import java.util.List;

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
    if (app.port() != 0) {
      FixedPort.check(app, problems);
    }
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
  }
}
