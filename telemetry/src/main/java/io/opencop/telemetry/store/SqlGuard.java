package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Lets only a SELECT over the views through. The engine's own parser says what a statement is made
 * of; names of files, functions that read them and anything that writes do not pass, and where this
 * guard erred the engine's locked settings would still refuse.
 */
final class SqlGuard {
  static final Set<String> VIEWS =
      Set.of(
          "spans",
          "logs",
          "metric_points",
          "metric_series",
          "service_red",
          "service_edges",
          "changes");

  private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");

  private final Set<String> tables = new HashSet<>();
  private final Set<String> ctes = new HashSet<>();

  /** The views a statement reads. */
  static Set<String> check(Connection connection, String sql) throws SQLException {
    SqlGuard guard = new SqlGuard();
    JsonNode tree;
    try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(?)")) {
      parse.setString(1, sql);
      try (ResultSet row = parse.executeQuery()) {
        row.next();
        tree = ItemMapper.tree(row.getString(1));
      }
    }
    if (tree.path("error").asBoolean()) {
      String said = tree.path("error_message").asText();
      // The engine's parser calls what is no SELECT "not serializable", which tells a person
      // nothing.
      String why = said.contains("Only SELECT") ? "only SELECT is allowed" : said;
      throw new IllegalArgumentException(
          "query: " + why + "; expected one SELECT over the views " + String.join(", ", VIEWS));
    }
    if (tree.path("statements").size() != 1) {
      throw new IllegalArgumentException(
          "query: " + tree.path("statements").size() + " statements; expected one SELECT");
    }
    guard.collectCtes(tree);
    guard.walk(tree);
    return guard.tables;
  }

  private void collectCtes(JsonNode node) {
    if (node.isObject() && node.has("cte_map")) {
      node.path("cte_map")
          .path("map")
          .forEach(e -> ctes.add(e.path("key").asText().toLowerCase(Locale.ROOT)));
    }
    node.forEach(this::collectCtes);
  }

  private void walk(JsonNode node) {
    switch (node.path("type").asText()) {
      case "BASE_TABLE" -> baseTable(node);
      case "TABLE_FUNCTION" -> {
        String name = node.path("function").path("function_name").asText().toLowerCase(Locale.ROOT);
        if (!TABLE_FUNCTIONS.contains(name)) {
          throw new IllegalArgumentException(
              "query: the function "
                  + name
                  + " is not available here; expected the views "
                  + String.join(", ", VIEWS));
        }
      }
      default -> {}
    }
    node.forEach(this::walk);
  }

  private void baseTable(JsonNode node) {
    String name = node.path("table_name").asText().toLowerCase(Locale.ROOT);
    String schema = node.path("schema_name").asText();
    String catalog = node.path("catalog_name").asText();
    if (schema.isEmpty() && catalog.isEmpty()) {
      if (ctes.contains(name)) {
        return;
      }
      if (VIEWS.contains(name)) {
        tables.add(name);
        return;
      }
    }
    throw new IllegalArgumentException(
        "query: there is no view "
            + node.path("table_name").asText()
            + "; expected one of "
            + String.join(", ", VIEWS.stream().sorted().toList()));
  }
}
