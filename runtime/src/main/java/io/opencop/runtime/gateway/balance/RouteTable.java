package io.opencop.runtime.gateway.balance;

import io.opencop.model.app.Route;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.Upstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One version of the routes, ready to be asked. What is known of endpoints and apps is taken over
 * from the version before; an endpoint that left keeps its count until its last request ends.
 */
public final class RouteTable {
  public static final RouteTable EMPTY = new RouteTable();

  private final Routes routes;
  private final Set<String> trusted;
  private final Map<String, AppTable> apps = new LinkedHashMap<>();
  private final Map<String, List<Path>> byHost = new HashMap<>();
  private final List<Wildcard> wildcards = new ArrayList<>();
  private final List<Path> anyHost = new ArrayList<>();

  /** A path by whole segments: {@code /shop} is for /shop and /shop/cart, not for /shopping. */
  public record Path(String prefix, AppTable app) {
    /** As it is written in a manifest. */
    public String route() {
      return prefix.isEmpty() ? "/" : prefix;
    }

    private boolean matches(String path) {
      int end = prefix.length();
      return end == 0
          || (path.startsWith(prefix) && (path.length() == end || path.charAt(end) == '/'));
    }
  }

  private record Wildcard(String suffix, List<Path> paths) {}

  private RouteTable() {
    this.routes = Routes.NONE;
    this.trusted = Set.of();
  }

  public RouteTable(Routes routes, RouteTable before) {
    this.routes = routes;
    this.trusted = new HashSet<>(routes.trustedProxies());
    Map<String, List<Path>> suffixes = new HashMap<>();
    for (AppRoutes app : routes.apps()) {
      AppTable table = table(app, before.apps.get(app.name()));
      apps.put(app.name(), table);
      for (Route route : app.routes()) {
        Path path = new Path(route.path().replaceAll("/+$", ""), table);
        String host = route.host() == null ? "*" : route.host().toLowerCase(Locale.ROOT);
        if (host.equals("*")) {
          anyHost.add(path);
        } else if (host.startsWith("*.")) {
          suffixes.computeIfAbsent(host.substring(1), _ -> new ArrayList<>()).add(path);
        } else {
          byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(path);
        }
      }
    }
    suffixes.forEach((suffix, paths) -> wildcards.add(new Wildcard(suffix, paths)));
    wildcards.sort(Comparator.comparingInt((Wildcard w) -> w.suffix().length()).reversed());
    wildcards.forEach(w -> longestFirst(w.paths()));
    byHost.values().forEach(RouteTable::longestFirst);
    longestFirst(anyHost);
  }

  private static void longestFirst(List<Path> paths) {
    paths.sort(Comparator.comparingInt((Path p) -> p.prefix().length()).reversed());
  }

  private static AppTable table(AppRoutes app, AppTable before) {
    AppState state = before == null ? new AppState(app.name()) : before.state();
    List<Target> targets = new ArrayList<>();
    for (Upstream upstream : app.endpoints()) {
      targets.add(known(upstream, before));
    }
    if (before != null) {
      before.all().stream()
          .filter(t -> t.inFlight() > 0 && !targets.contains(t))
          .forEach(targets::add);
    }
    return new AppTable(app, state, targets);
  }

  /** The same instance at the same place; only whether it drains may have changed. */
  private static Target known(Upstream upstream, AppTable before) {
    if (before != null) {
      for (Target target : before.all()) {
        Upstream was = target.upstream();
        if (was.id().equals(upstream.id())
            && was.port() == upstream.port()
            && was.host().equals(upstream.host())
            && was.release() == upstream.release()
            && was.speaks() == upstream.speaks()) {
          return target;
        }
      }
    }
    return new Target(upstream);
  }

  public Routes routes() {
    return routes;
  }

  public boolean trusts(String address) {
    return !trusted.isEmpty() && trusted.contains(address);
  }

  public Map<String, AppTable> apps() {
    return apps;
  }

  /**
   * Whose a request is: the nearest host that has a route for the path, and of its routes the
   * longest.
   *
   * @param host lower case, without port
   * @param path without query, dot segments resolved
   * @return null where nobody takes it
   */
  public Path find(String host, String path) {
    Path found = find(byHost.get(host), path);
    for (int i = 0; found == null && i < wildcards.size(); i++) {
      Wildcard wildcard = wildcards.get(i);
      if (host.length() > wildcard.suffix().length() && host.endsWith(wildcard.suffix())) {
        found = find(wildcard.paths(), path);
      }
    }
    return found == null ? find(anyHost, path) : found;
  }

  private static Path find(List<Path> paths, String path) {
    if (paths != null) {
      for (Path candidate : paths) {
        if (candidate.matches(path)) {
          return candidate;
        }
      }
    }
    return null;
  }
}
