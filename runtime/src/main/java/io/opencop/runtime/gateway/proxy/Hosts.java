package io.opencop.runtime.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;

/** Whom a request is for. */
final class Hosts {
  private Hosts() {}

  /** As the client wrote it, {@code shop.localhost:8000}; empty where it did not (HTTP/1.0). */
  static String of(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      String host = request.getHeader("host");
      return host == null ? "" : host;
    }
    HostAndPort authority = request.authority();
    return authority.port() > 0 ? authority.host() + ":" + authority.port() : authority.host();
  }

  /** What routes are looked up by: lower case, without port and final dot. */
  static String name(String host) {
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    String name = end > 0 ? host.substring(0, end) : host;
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return name.toLowerCase(Locale.ROOT);
  }
}
