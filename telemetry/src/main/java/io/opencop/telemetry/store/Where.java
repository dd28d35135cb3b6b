package io.opencop.telemetry.store;

import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.AttributeType;
import io.opencop.telemetry.query.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Conditions as SQL, with their arguments. Attribute conditions mean exactly what {@link
 * Conditions} says: the item's own attribute first, then its resource's; each may stand in a typed
 * column or in the JSON column.
 */
final class Where {
  private final Source source;
  private final AttributeCatalogue own;
  private final AttributeCatalogue resource;
  private final List<String> parts = new ArrayList<>();
  private final List<Object> args = new ArrayList<>();

  /** Where an attribute may stand. */
  private sealed interface Place {
    record Typed(String column, AttributeType type) implements Place {}

    record Json(String column) implements Place {}
  }

  Where(Source source, AttributeCatalogue own, AttributeCatalogue resource) {
    this.source = source;
    this.own = own;
    this.resource = resource;
  }

  Where and(String sql, Object... values) {
    parts.add(sql);
    args.addAll(List.of(values));
    return this;
  }

  /** Equality with a text column that may be absent. */
  Where is(String column, String value) {
    if (value != null) {
      if (source.has(column)) {
        and(Sql.name(column) + " = ?", value);
      } else {
        and("FALSE");
      }
    }
    return this;
  }

  Where attributes(List<Condition> conditions) {
    for (Condition c : conditions) {
      attribute(Conditions.check(c));
    }
    return this;
  }

  String sql() {
    return parts.isEmpty() ? "TRUE" : String.join(" AND ", parts);
  }

  List<Object> args() {
    return args;
  }

  private void attribute(Condition c) {
    List<Place> places = places(c.key());
    Condition positive =
        c.op() == Condition.Op.NE ? new Condition(c.key(), Condition.Op.EQ, c.value()) : c;
    String sql = match(places, positive);
    parts.add(c.op() == Condition.Op.NE ? "(" + sql + ") IS NOT TRUE" : "(" + sql + ")");
  }

  private String match(List<Place> places, Condition c) {
    if (places.isEmpty()) {
      return "FALSE";
    }
    if (places.size() == 1) {
      return match(places.getFirst(), c);
    }
    StringBuilder sql = new StringBuilder("CASE");
    for (Place p : places) {
      sql.append(" WHEN ").append(present(p, c.key()));
      sql.append(" THEN ").append(match(p, c));
    }
    return sql.append(" ELSE FALSE END").toString();
  }

  private List<Place> places(String key) {
    List<Place> places = new ArrayList<>();
    add(places, own, key, "attributes");
    add(places, resource, key, "resource_attributes");
    return places;
  }

  private void add(List<Place> places, AttributeCatalogue catalogue, String key, String rest) {
    if (catalogue != null) {
      for (AttributeCatalogue.Entry e : catalogue.entries()) {
        if (e.key().equals(key) && e.type() != null && source.has(e.column())) {
          places.add(new Place.Typed(e.column(), e.type()));
        }
      }
    }
    if (source.has(rest)) {
      places.add(new Place.Json(rest));
    }
  }

  private String present(Place place, String key) {
    return switch (place) {
      case Place.Typed(String column, AttributeType _) -> Sql.name(column) + " IS NOT NULL";
      case Place.Json(String column) -> extract(column, key) + " IS NOT NULL";
    };
  }

  private String match(Place place, Condition c) {
    return switch (place) {
      case Place.Typed(String column, AttributeType type) -> typed(Sql.name(column), type, c);
      case Place.Json(String column) -> json(column, c);
    };
  }

  private String typed(String column, AttributeType type, Condition c) {
    boolean number = type == AttributeType.INT || type == AttributeType.DOUBLE;
    return switch (c.op()) {
      case EXISTS -> column + " IS NOT NULL";
      case CONTAINS -> contains(column + "::VARCHAR", c);
      case GE, LE -> compare(number ? column : "TRY_CAST(" + column + " AS DOUBLE)", c);
      case EQ, NE -> {
        if (!number) {
          args.add(c.value());
          yield (type == AttributeType.BOOL ? column + "::VARCHAR" : column) + " = ?";
        }
        Object wanted = type == AttributeType.INT ? exact(c.value()) : Values.number(c.value());
        if (wanted == null) {
          yield "FALSE";
        }
        args.add(wanted);
        yield column + " = ?";
      }
    };
  }

  private String json(String column, Condition c) {
    return switch (c.op()) {
      case EXISTS -> extract(column, c.key()) + " IS NOT NULL";
      case CONTAINS -> contains(extract(column, c.key()), c);
      case GE, LE -> compare("TRY_CAST(" + extract(column, c.key()) + " AS DOUBLE)", c);
      case EQ, NE -> {
        String kind = "json_type(" + Sql.name(column) + ", ?)";
        args.add(pointer(c.key()));
        Double wanted = Values.number(c.value());
        String text = extract(column, c.key());
        args.add(c.value());
        String number = "FALSE";
        if (wanted != null) {
          number = "TRY_CAST(" + extract(column, c.key()) + " AS DOUBLE) = ?";
          args.add(wanted);
        }
        yield "CASE WHEN "
            + kind
            + " NOT IN ('UBIGINT', 'BIGINT', 'DOUBLE') THEN "
            + text
            + " = ? ELSE "
            + number
            + " END";
      }
    };
  }

  private String contains(String text, Condition c) {
    args.add(c.value().toLowerCase(Locale.ROOT));
    return "contains(lower(" + text + "), ?)";
  }

  private String compare(String number, Condition c) {
    args.add(Values.number(c.value()));
    return number + (c.op() == Condition.Op.GE ? " >= ?" : " <= ?");
  }

  /** A member of a JSON column as text; JSON's null is no value. */
  private String extract(String column, String key) {
    args.add(pointer(key));
    return "json_extract_string(" + Sql.name(column) + ", ?)";
  }

  /** RFC 6901; unlike a JSON path it takes any key. */
  static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static Object exact(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      return Values.number(text);
    }
  }
}
