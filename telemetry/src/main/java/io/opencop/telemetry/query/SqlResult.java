package io.opencop.telemetry.query;

import java.util.List;

/**
 * Rows of a query. Values are String, Long, Double, Boolean, List, Map or null; times are RFC 3339
 * text.
 *
 * @param truncated there were more rows than asked for
 */
public record SqlResult(List<Column> columns, List<List<Object>> rows, boolean truncated) {
  public record Column(String name, String type) {}
}
