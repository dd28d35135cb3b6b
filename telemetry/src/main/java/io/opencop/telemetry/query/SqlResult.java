package io.opencop.telemetry.query;

import java.util.List;

/**
 * @param rows one list per row; a value is String, Number, Boolean, Instant, List, Map or null
 * @param truncated there were more rows
 */
public record SqlResult(List<Column> columns, List<List<Object>> rows, boolean truncated) {
  /**
   * @param type as SQL names it
   */
  public record Column(String name, String type) {}
}
