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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
    if (wanted.userAttribute() != null) {
      more.put("user-attribute", wanted.userAttribute());
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
    Map<String, String> environment = redis(grid, name);
    environment.put(SessionsFile.VARIABLE, file.toString());
    return environment;
  }

  /**
   * For applications that are no servlets: the grid speaks RESP as well. One address for clients
   * that know one, every member's own for clients that know clusters, and a prefix for keys,
   * because all apps share one cache.
   */
  private static Map<String, String> redis(GridAccess grid, String name) {
    String access = "redis://" + coded(grid.user()) + ":" + coded(grid.password()) + "@";
    int colon = grid.redis().lastIndexOf(':');
    Map<String, String> environment = new HashMap<>();
    environment.put("OPENCOP_SESSIONS_REDIS_URL", access + grid.redis());
    environment.put(
        "OPENCOP_SESSIONS_REDIS_URLS",
        grid.endpoints().stream().map(access::concat).collect(Collectors.joining(",")));
    environment.put("OPENCOP_SESSIONS_REDIS_HOST", grid.redis().substring(0, colon));
    environment.put("OPENCOP_SESSIONS_REDIS_PORT", grid.redis().substring(colon + 1));
    environment.put("OPENCOP_SESSIONS_REDIS_USERNAME", grid.user());
    environment.put("OPENCOP_SESSIONS_REDIS_PASSWORD", grid.password());
    environment.put("OPENCOP_SESSIONS_REDIS_PREFIX", name + ":");
    return environment;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
