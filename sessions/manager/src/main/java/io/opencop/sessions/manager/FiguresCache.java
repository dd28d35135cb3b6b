package io.opencop.sessions.manager;

import java.util.function.BiConsumer;

/** The grid's second cache: small records that end by themselves. Losing it loses no session. */
final class FiguresCache {
  private static final String DEFINITION =
      "<distributed-cache name=\"NAME\" mode=\"ASYNC\" owners=\"2\">"
          + "<encoding media-type=\"application/octet-stream\"/></distributed-cache>";

  private final GridClient grid;
  private final String name;

  /**
   * @param sessions name of the cache of sessions; this one is called after it
   */
  FiguresCache(GridClient grid, String sessions) {
    this.grid = grid;
    this.name = sessions + "-figures";
  }

  String name() {
    return name;
  }

  static String instance(String group, String app, String instance) {
    return "instance:" + group + ":" + app + ":" + instance;
  }

  static String group(String group) {
    return "group:" + group;
  }

  void put(String key, byte[] value, int lifespanSeconds) {
    grid.beside(name, definition()).put(key, value, lifespanSeconds);
  }

  boolean putIfAbsent(String key, byte[] value, long lifespanMillis) {
    return grid.beside(name, definition()).putIfAbsent(key, value, lifespanMillis);
  }

  void each(BiConsumer<String, GridClient.Entry> sink) {
    grid.beside(name, definition()).each(sink);
  }

  private String definition() {
    return DEFINITION.replace("NAME", name);
  }
}
