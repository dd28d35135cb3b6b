package io.opencop.telemetry.query;

import java.util.List;

/** A view SQL may read, with its columns. */
public record SqlView(String name, String description, List<Column> columns) {
  /**
   * @param type as SQL names it
   */
  public record Column(String name, String type, String description) {}
}
