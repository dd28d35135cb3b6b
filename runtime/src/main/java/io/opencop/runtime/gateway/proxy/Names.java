package io.opencop.runtime.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which header fields concern one connection only (RFC 9110, 7.6.1), and which we write anew. */
final class Names {
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  private static final Set<String> OURS =
      Set.of(
          "host",
          "expect",
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-port");

  /** No field above is longer. */
  private static final int LONGEST = 19;

  private Names() {}

  static boolean hop(String lower) {
    return lower.length() <= LONGEST && HOP.contains(lower);
  }

  static boolean ours(String lower) {
    return lower.length() <= LONGEST && OURS.contains(lower);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT); // the same object where it is lower case already
  }

  /** The fields that the sender's Connection field names, lower case; mostly none. */
  static List<String> connection(MultiMap headers) {
    String first = headers.get("connection");
    if (first == null || first.equalsIgnoreCase("keep-alive") || first.equalsIgnoreCase("close")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String line : headers.getAll("connection")) {
      for (String name : line.split(",", -1)) {
        names.add(lower(name.strip()));
      }
    }
    return names;
  }

  /** Whether a field that lists words holds this one, whatever its case. */
  static boolean lists(MultiMap headers, String field, String word) {
    for (String line : headers.getAll(field)) {
      for (String one : line.split(",", -1)) {
        if (one.strip().equalsIgnoreCase(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
