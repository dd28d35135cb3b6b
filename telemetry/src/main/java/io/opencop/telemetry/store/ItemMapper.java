package io.opencop.telemetry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes whole items of rows: which columns to select, and what attributes they are. Times come as
 * nanoseconds, ids as lower-case hex.
 */
final class ItemMapper {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Set<String> TIMES = Set.of("start_time", "time", "observed_time");
  private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");

  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Map<String, String> resource = new LinkedHashMap<>();

  ItemMapper(Source source, AttributeCatalogue ownKeys, AttributeCatalogue resourceKeys) {
    List<String> all = new ArrayList<>(source.columns());
    all.sort(null);
    for (String c : all) {
      columns.add(c);
      index.put(c, columns.size());
    }
    collect(ownKeys, own);
    collect(resourceKeys, resource);
  }

  private void collect(AttributeCatalogue keys, Map<String, String> into) {
    if (keys != null) {
      for (AttributeCatalogue.Entry e : keys.entries()) {
        if (e.type() != null && index.containsKey(e.column())) {
          into.put(e.column(), e.key());
        }
      }
    }
  }

  String select() {
    StringBuilder sql = new StringBuilder();
    for (String c : columns) {
      String name = Sql.name(c);
      sql.append(sql.isEmpty() ? "" : ", ");
      if (TIMES.contains(c)) {
        sql.append("epoch_ns(").append(name).append(")");
      } else if (IDS.contains(c)) {
        sql.append("lower(hex(").append(name).append("))");
      } else {
        sql.append(name);
      }
    }
    return sql.toString();
  }

  String text(ResultSet row, String column) throws SQLException {
    Integer i = index.get(column);
    return i == null ? null : row.getString(i);
  }

  long number(ResultSet row, String column) throws SQLException {
    Integer i = index.get(column);
    return i == null ? 0 : row.getLong(i);
  }

  boolean has(ResultSet row, String column) throws SQLException {
    Integer i = index.get(column);
    return i != null && row.getObject(i) != null;
  }

  Map<String, Object> attributes(ResultSet row) throws SQLException {
    return attributes(row, own, "attributes");
  }

  Map<String, Object> resource(ResultSet row) throws SQLException {
    return attributes(row, resource, "resource_attributes");
  }

  private Map<String, Object> attributes(ResultSet row, Map<String, String> keyOf, String rest)
      throws SQLException {
    Map<String, Object> all = new TreeMap<>();
    for (Map.Entry<String, String> e : keyOf.entrySet()) {
      Object value = row.getObject(index.get(e.getKey()));
      if (value != null) {
        all.put(e.getValue(), value);
      }
    }
    String json = text(row, rest);
    if (json != null) {
      all.putAll(object(json));
    }
    return all;
  }

  static Map<String, Object> object(String json) {
    Map<String, Object> out = new LinkedHashMap<>();
    tree(json).properties().forEach(e -> out.put(e.getKey(), value(e.getValue())));
    return out;
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON cannot be read: " + json, e);
    }
  }

  /** String, Long, Double, Boolean, List, Map or null. */
  static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(n -> list.add(value(n)));
      return list;
    }
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(e -> map.put(e.getKey(), value(e.getValue())));
      return map;
    }
    return null;
  }
}
