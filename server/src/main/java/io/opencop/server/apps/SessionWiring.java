package io.opencop.server.apps;

import io.opencop.model.app.App;
import io.opencop.model.app.SessionSettings;
import io.opencop.runtime.disk.Durable;
import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.SessionsFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells an instance where its sessions live. */
final class SessionWiring {
  /** Long enough for a member that is started again; a browser waits longer. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  private SessionWiring() {}

  /** The variables that name the file, after writing it among the instance's secrets. */
  static Map<String, String> wire(App app, GridAccess grid, Path secrets) throws IOException {
    SessionSettings wanted = app.sessions();
    Map<String, String> more = new HashMap<>();
    if (wanted.timeout() != null) {
      more.put("timeout", Long.toString(wanted.timeout().toSeconds()));
    }
    if (wanted.duplicate() != SessionSettings.DuplicateLogin.ALLOW) {
      more.put("duplicate-login", word(wanted.duplicate()));
    }
    if (wanted.shared() != null) {
      more.put("shared", "true");
    }
    if (wanted.domain() != null) {
      more.put("cookie-domain", wanted.domain());
    }
    Durable.privateFolder(secrets);
    Path file = secrets.resolve("sessions.properties");
    String name = wanted.group(app.name());
    new SessionsFile(grid, name, word(wanted.unreachable()), WAIT, more).write(file);
    Map<String, String> environment = redis(grid);
    environment.put(SessionsFile.VARIABLE, file.toString());
    return environment;
  }

  /** For applications that are no servlets: the grid speaks RESP at the same endpoints. */
  private static Map<String, String> redis(GridAccess grid) {
    List<String> urls =
        grid.endpoints().stream()
            .map(e -> "redis://" + coded(grid.user()) + ":" + coded(grid.password()) + "@" + e)
            .toList();
    String first = grid.endpoints().getFirst();
    int colon = first.lastIndexOf(':');
    Map<String, String> environment = new HashMap<>();
    environment.put("OPENCOP_SESSIONS_REDIS_URL", urls.getFirst());
    environment.put("OPENCOP_SESSIONS_REDIS_URLS", String.join(",", urls));
    environment.put("OPENCOP_SESSIONS_REDIS_HOST", first.substring(0, colon));
    environment.put("OPENCOP_SESSIONS_REDIS_PORT", first.substring(colon + 1));
    environment.put("OPENCOP_SESSIONS_REDIS_USERNAME", grid.user());
    environment.put("OPENCOP_SESSIONS_REDIS_PASSWORD", grid.password());
    return environment;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
