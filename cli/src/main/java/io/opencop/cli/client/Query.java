package io.opencop.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Query parameters in order; absent values leave no trace. */
public final class Query {
  private final List<String> parts = new ArrayList<>();

  public Query with(String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      parts.add(encode(name) + "=" + encode(value.toString()));
    }
    return this;
  }

  public Query withAll(String name, List<String> values) {
    if (values != null) {
      values.forEach(v -> with(name, v));
    }
    return this;
  }

  /** One segment of a path. */
  public static String segment(String text) {
    return encode(text);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
