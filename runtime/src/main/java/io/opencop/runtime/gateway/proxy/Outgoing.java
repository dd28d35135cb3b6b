package io.opencop.runtime.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;

/** The header fields that go on to the application, and those of its answer that come back. */
final class Outgoing {
  private static final String BY = "1.1 opencop";

  private Outgoing() {}

  /** Of a request: without what concerned the client's connection, with where it came from. */
  static void request(HttpServerRequest request, String host, boolean trusted, MultiMap out) {
    MultiMap in = request.headers();
    List<String> hidden = Names.connection(in);
    StringBuilder cookies = null;
    for (Map.Entry<String, String> field : in) {
      String name = Names.lower(field.getKey());
      if (name.startsWith(":") || Names.hop(name) || Names.ours(name) || hidden.contains(name)) {
        continue;
      }
      if (name.equals("cookie") && request.version() == HttpVersion.HTTP_2) {
        // HTTP/2 may send each on its own; before HTTP/2 there is one line (RFC 9113, 8.2.3).
        cookies = cookies == null ? new StringBuilder() : cookies.append("; ");
        cookies.append(field.getValue());
        continue;
      }
      out.add(field.getKey(), field.getValue());
    }
    if (cookies != null) {
      out.set("cookie", cookies.toString());
    }
    if (Names.lists(in, "te", "trailers")) {
      out.set("te", "trailers");
    }
    out.add("via", BY);
    from(request, host, trusted, out);
  }

  /** A client may claim to be anybody, so its own words count only where we trust its address. */
  private static void from(HttpServerRequest request, String host, boolean trusted, MultiMap out) {
    SocketAddress peer = request.remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    String scheme = request.isSSL() ? "https" : "http";
    MultiMap in = request.headers();
    String node = address.contains(":") ? "\"[" + address + "]\"" : address;
    String element =
        "for=" + node + (host.isEmpty() ? "" : ";host=\"" + host + "\"") + ";proto=" + scheme;
    out.set("x-forwarded-for", joined(trusted, in, "x-forwarded-for", address));
    out.set("forwarded", joined(trusted, in, "forwarded", element));
    out.set("x-forwarded-proto", first(trusted, in, "x-forwarded-proto", scheme));
    if (!host.isEmpty()) {
      out.set("x-forwarded-host", first(trusted, in, "x-forwarded-host", host));
    }
  }

  private static String joined(boolean trusted, MultiMap in, String field, String mine) {
    return trusted && in.contains(field) ? String.join(", ", in.getAll(field)) + ", " + mine : mine;
  }

  private static String first(boolean trusted, MultiMap in, String field, String mine) {
    return trusted && in.contains(field) ? in.get(field) : mine;
  }

  /** Of a response: without what concerned the application's connection. */
  static void response(MultiMap in, MultiMap out) {
    List<String> hidden = Names.connection(in);
    for (Map.Entry<String, String> field : in) {
      String name = Names.lower(field.getKey());
      if (!name.startsWith(":") && !Names.hop(name) && !hidden.contains(name)) {
        out.add(field.getKey(), field.getValue());
      }
    }
  }
}
