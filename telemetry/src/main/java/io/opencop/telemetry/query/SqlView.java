package io.opencop.telemetry.query;

import java.util.List;

/** A view that SQL may ask. */
public record SqlView(String name, String description, List<Column> columns) {
  /**
   * @param type the engine's name of the type
   */
  public record Column(String name, String type, String description) {}
}
