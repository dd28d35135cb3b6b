package io.opencop.server.apps;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Refuses what this version could only run wrongly, before anything is changed. */
final class Admission {
  private Admission() {}

  /**
   * @throws CopException with everything that cannot be done
   */
  static void check(List<App> apps) {
    List<Notice> problems = new ArrayList<>();
    for (App app : apps) {
      switch (app.source()) {
        case Source.War _ -> problems.add(notRun(app, "spec.source.war"));
        case Source.StaticSite _ -> problems.add(notRun(app, "spec.source.static"));
        // An image is refused by the runtime's own words.
        case Source.Jar _, Source.Command _, Source.Image _ -> {}
      }
      new TreeMap<>(app.env())
          .forEach((name, value) -> {
            if (value instanceof EnvValue.Secret secret) {
              problems.add(
                  HostMessage.NO_SECRETS.with(
                      "app", app.name(), "field", "spec.env." + name, "secret", secret.name()));
            }
          });
    }
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
  }

  private static Notice notRun(App app, String field) {
    return HostMessage.NOT_RUN_YET.with("app", app.name(), "field", field);
  }
}
