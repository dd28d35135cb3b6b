package io.opencop.sessions.tomcat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an application keeps in a session: changed in place, never set again. */
final class Basket implements Serializable {
  private static final long serialVersionUID = 1L;

  final List<String> items = new ArrayList<>();
  final Map<String, Integer> counts = new HashMap<>();

  void add(String item) {
    items.add(item);
    counts.merge(item, 1, Integer::sum);
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
