package io.opencop.runtime.gateway.proxy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The path that routes are looked up by. Applications resolve dot segments, encoded or not, so a
 * request for {@code /open/..%2fadmin} must not be taken for one below {@code /open}. What goes on
 * to the application is what the client wrote.
 */
final class Paths {
  private Paths() {}

  /**
   * What the application gets: the path and query. A client may write the whole address (RFC 9112,
   * 3.2.2), and then must name the same host there as in its Host field.
   *
   * @return null where it names another, or is no address
   */
  static String target(String uri, String host) {
    if (uri.startsWith("/") || uri.equals("*")) {
      return uri;
    }
    int scheme = uri.startsWith("http://") ? 7 : uri.startsWith("https://") ? 8 : -1;
    if (scheme < 0 || !uri.regionMatches(true, scheme, host, 0, host.length())) {
      return null;
    }
    String rest = uri.substring(scheme + host.length());
    return rest.isEmpty() ? "/" : rest.startsWith("/") ? rest : null;
  }

  /**
   * Without query, with dots decoded and dot segments resolved.
   *
   * @return null where it would lead out of the root
   */
  static String of(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    if (path.equals("*")) {
      return "/";
    }
    if (path.indexOf("/.") < 0 && path.indexOf('%') < 0 && path.indexOf('\\') < 0) {
      return path;
    }
    String decoded = path.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f|%5c|\\\\", "/");
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : decoded.substring(1).split("/", -1)) {
      // Parameters of a segment hide it from simple readers: /open/..;x/admin
      String name = segment.startsWith("..;") ? ".." : segment;
      if (name.equals("..")) {
        if (segments.isEmpty()) {
          return null;
        }
        segments.removeLast();
      } else if (!name.equals(".")) {
        segments.addLast(name);
      }
    }
    return "/" + String.join("/", segments);
  }
}
