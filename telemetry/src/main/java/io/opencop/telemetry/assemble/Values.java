package io.opencop.telemetry.assemble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Attribute values as text and as numbers: String, Long, Double, Boolean, List, Map or null. */
public final class Values {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Values() {}

  /** As a person reads it; lists and maps as JSON; null stays null. */
  public static String text(Object value) {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case List<?> list -> json(list);
      case Map<?, ?> map -> json(map);
      default -> value.toString();
    };
  }

  /** The number it is or spells; null where it is none. */
  public static Double number(Object value) {
    return switch (value) {
      case null -> null;
      case Number n -> n.doubleValue();
      case String s -> parse(s);
      default -> null;
    };
  }

  /** Compact JSON. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a telemetry value: " + value.getClass(), e);
    }
  }

  private static Double parse(String s) {
    if (s.isEmpty() || !isNumberStart(s.charAt(0)) || !Character.isDigit(last(s))) {
      // Double.parseDouble also takes "NaN", "0x1p3", "1d" and blanks around: no numbers to a
      // person.
      return null;
    }
    try {
      double d = Double.parseDouble(s);
      return Double.isFinite(d) ? d : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isNumberStart(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
  }

  private static char last(String s) {
    return s.charAt(s.length() - 1);
  }
}
