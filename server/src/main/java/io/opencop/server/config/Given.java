package io.opencop.server.config;

import java.util.List;

/** A value as somebody wrote it, not yet understood: one text, or several for a list. */
record Given(String key, List<String> texts, Origin origin) {
  Given {
    texts = List.copyOf(texts);
  }

  String joined() {
    return String.join(",", texts);
  }
}
