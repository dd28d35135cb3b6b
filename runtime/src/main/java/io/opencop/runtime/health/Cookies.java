package io.opencop.runtime.health;

import java.net.HttpCookie;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an instance gave its prober to bring back. Without it, a page that uses sessions makes a new
 * one at every question.
 */
final class Cookies {
  private static final int MOST = 20;

  private final Map<String, String> values = new LinkedHashMap<>();

  void take(HttpHeaders headers) {
    for (String line : headers.allValues("set-cookie")) {
      try {
        HttpCookie.parse(line).forEach(this::take);
      } catch (IllegalArgumentException e) {
        // One that no browser takes either.
      }
    }
  }

  private void take(HttpCookie cookie) {
    values.remove(cookie.getName());
    // Anything else cannot stand in a header.
    boolean plain = cookie.getValue().chars().allMatch(c -> c > ' ' && c < 127);
    if (plain && !cookie.hasExpired() && values.size() < MOST) {
      values.put(cookie.getName(), cookie.getValue());
    }
  }

  /** For the Cookie header; empty where there are none. */
  String header() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
