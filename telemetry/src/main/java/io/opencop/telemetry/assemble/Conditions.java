package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.Condition;
import io.opencop.telemetry.query.Condition.Op;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Conditions on attributes: {@code key=value}, {@code key!=value}, {@code key~=part}, {@code
 * key>=number}, {@code key<=number}, {@code key} (exists).
 *
 * <p>Meaning, for every store:
 *
 * <ul>
 *   <li>{@code =} a string equals exactly; a number equals as a number ({@code 200} is {@code
 *       200.0}); a list or map equals as compact JSON.
 *   <li>{@code !=} is the negation of {@code =}: it also holds where there is no such attribute.
 *   <li>{@code ~=} the text holds the part, any case.
 *   <li>{@code >=}, {@code <=} the attribute is a number, or text that spells one, and compares.
 *   <li>exists: there is such an attribute and it has a value.
 * </ul>
 */
public final class Conditions {
  private Conditions() {}

  /**
   * @throws IllegalArgumentException naming {@code attr}
   */
  public static Condition parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      Op op = opAt(text, i);
      if (op != null) {
        int length = op == Op.EQ ? 1 : 2;
        return check(new Condition(text.substring(0, i).strip(), op, text.substring(i + length)));
      }
    }
    return check(new Condition(text.strip(), Op.EXISTS, null));
  }

  public static List<Condition> parseAll(List<String> texts) {
    return texts.stream().map(Conditions::parse).toList();
  }

  /** The condition itself; refuses one without key, or GE/LE without a number. */
  public static Condition check(Condition c) {
    if (c.key() == null || c.key().isBlank()) {
      throw new IllegalArgumentException(
          "attr: a condition has no key; expected key=value, key!=value, key~=part, key>=number,"
              + " key<=number or key");
    }
    if (c.op() != Op.EXISTS && c.value() == null) {
      throw new IllegalArgumentException("attr: " + c.key() + " has no value to compare with");
    }
    if ((c.op() == Op.GE || c.op() == Op.LE) && Values.number(c.value()) == null) {
      throw new IllegalArgumentException(
          "attr: " + c.key() + " is compared with '" + c.value() + "'; expected a number");
    }
    return c;
  }

  /** Whether all hold, looking at own attributes first and then at the resource's. */
  public static boolean match(
      List<Condition> conditions, Map<String, Object> own, Map<String, Object> resource) {
    for (Condition c : conditions) {
      Object value = own.get(c.key());
      if (!matches(c, value == null ? resource.get(c.key()) : value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param value null where there is no such attribute
   */
  public static boolean matches(Condition c, Object value) {
    return switch (c.op()) {
      case EXISTS -> value != null;
      case EQ -> equal(value, c.value());
      case NE -> !equal(value, c.value());
      case CONTAINS -> value != null && lower(Values.text(value)).contains(lower(c.value()));
      case GE -> compare(value, c) >= 0;
      case LE -> compare(value, c) <= 0 && Values.number(value) != null;
    };
  }

  private static boolean equal(Object value, String wanted) {
    return switch (value) {
      case null -> false;
      case Long n -> isLong(wanted) ? n == Long.parseLong(wanted) : sameNumber(n, wanted);
      case Double d -> sameNumber(d, wanted);
      default -> Values.text(value).equals(wanted);
    };
  }

  private static boolean isLong(String s) {
    return s.matches("[+-]?[0-9]{1,18}");
  }

  private static boolean sameNumber(Number n, String wanted) {
    Double w = Values.number(wanted);
    return w != null && n.doubleValue() == w;
  }

  /** Negative also where the value is no number: it is then not at least anything. */
  private static int compare(Object value, Condition c) {
    Double v = Values.number(value);
    return v == null ? -1 : v.compareTo(Values.number(c.value()));
  }

  private static Op opAt(String text, int i) {
    char c = text.charAt(i);
    if (c == '=') {
      return Op.EQ;
    }
    if (i + 1 >= text.length() || text.charAt(i + 1) != '=') {
      return null;
    }
    return switch (c) {
      case '!' -> Op.NE;
      case '~' -> Op.CONTAINS;
      case '>' -> Op.GE;
      case '<' -> Op.LE;
      default -> null;
    };
  }

  private static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }
}
