package io.opencop.server.apps;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Refuses what this version could only run wrongly, before anything is changed. */
final class Admission {
  private final Secrets secrets;
  private final boolean sessions;
  private final Path launcher;
  private final List<Notice> problems = new ArrayList<>();

  /**
   * @param sessions whether there are clustered ones
   * @param launcher of WARs; it may be missing
   */
  Admission(Secrets secrets, boolean sessions, Path launcher) {
    this.secrets = secrets;
    this.sessions = sessions;
    this.launcher = launcher;
  }

  /**
   * @throws CopException with everything that cannot be done
   */
  void check(List<App> apps) {
    apps.forEach(this::check);
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
  }

  private void check(App app) {
    switch (app.source()) {
      case Source.War _ -> {
        if (!Files.isRegularFile(launcher)) {
          problems.add(HostMessage.NO_LAUNCHER.with("app", app.name(), "path", launcher));
        }
      }
      // An image is refused by the runtime's own words.
      case Source.Jar _, Source.StaticSite _, Source.Command _, Source.Image _ -> {}
    }
    if (app.sessions() != null && !sessions) {
      problems.add(HostMessage.NO_SESSIONS.with("app", app.name()));
    }
    new TreeMap<>(app.env())
        .forEach((name, value) -> {
          if (value instanceof EnvValue.Secret secret && !secrets.has(secret)) {
            problems.add(
                HostMessage.NO_SECRET.with(
                    "app",
                    app.name(),
                    "field",
                    "spec.env." + name,
                    "secret",
                    secret.name(),
                    "key",
                    secret.key()));
          }
        });
  }
}
