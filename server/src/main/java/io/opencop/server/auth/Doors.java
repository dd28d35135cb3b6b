package io.opencop.server.auth;

import io.opencop.server.config.WebConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which names the platform goes by, and which pages may act on it. A browser that was lured to a
 * foreign name that points here (DNS rebinding) says that name in Host; a foreign page that posts
 * here says itself in Origin. Both are turned away whatever cookie comes along.
 */
public final class Doors {
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> origins = new HashSet<>();

  /**
   * @param machineNames names and addresses of this machine that count as ours
   */
  public Doors(WebConfig web, Set<String> machineNames) {
    hosts.add("localhost");
    hosts.add("127.0.0.1");
    hosts.add("::1");
    machineNames.forEach(name -> hosts.add(lower(name)));
    web.allowedHosts().forEach(name -> hosts.add(lower(name)));
    web.publicUrl()
        .ifPresent(url -> {
          URI uri = URI.create(url);
          if (uri.getHost() != null) {
            hosts.add(lower(uri.getHost()));
            origins.add(lower(uri.getScheme() + "://" + uri.getAuthority()));
          }
        });
  }

  /** The name in Host, or in :authority; null where there is none. */
  public static String host(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? null : authority.host();
  }

  public boolean isOurs(String host) {
    if (host == null) {
      return false;
    }
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return hosts.contains(lower(bare));
  }

  /**
   * Whether a request that changes something, or opens a stream, comes from our own page or from no
   * page at all.
   *
   * @param byCookie the caller is known by a cookie only: then a browser must say where it is from
   */
  public boolean mayAct(HttpServerRequest request, boolean byCookie) {
    String origin = request.getHeader("origin");
    String site = request.getHeader("sec-fetch-site");
    if (origin != null) {
      return isSame(origin, request);
    }
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    return !byCookie;
  }

  private boolean isSame(String origin, HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null) {
      return false;
    }
    String asked = lower(origin);
    String port = authority.port() < 0 ? "" : ":" + authority.port();
    String own = lower((request.isSSL() ? "https" : "http") + "://" + authority.host() + port);
    return asked.equals(own) || origins.contains(asked);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
