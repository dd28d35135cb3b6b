package io.opencop.server.api;

import io.opencop.model.message.Message.Text;
import io.opencop.telemetry.query.Condition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code attr} parameters: {@code key=value, key!=value, key~=part, key>=number, key<=number,
 * key}. The first operator counts, so a value may hold any of them.
 */
final class Conditions {
  private static final Pattern FORM = Pattern.compile("(?s)([^=!~<>]+)(?:(!=|~=|>=|<=|=)(.*))?");

  private Conditions() {}

  static List<Condition> read(List<String> texts) {
    return texts.stream().map(Conditions::read).toList();
  }

  private static Condition read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw Times.invalid("attr", form());
    }
    String key = matcher.group(1).trim();
    if (matcher.group(2) == null) {
      return new Condition(key, Condition.Op.EXISTS, null);
    }
    Condition.Op op =
        switch (matcher.group(2)) {
          case "!=" -> Condition.Op.NE;
          case "~=" -> Condition.Op.CONTAINS;
          case ">=" -> Condition.Op.GE;
          case "<=" -> Condition.Op.LE;
          default -> Condition.Op.EQ;
        };
    String value = matcher.group(3);
    if ((op == Condition.Op.GE || op == Condition.Op.LE) && !isNumber(value)) {
      throw Times.invalid("attr", new Text("a number after >= or <=", ">= 또는 <= 뒤에 수"));
    }
    return new Condition(key, op, value);
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Text form() {
    String forms = "key=value, key!=value, key~=part, key>=number, key<=number, key";
    return new Text("one of the forms " + forms, "다음 꼴 중 하나: " + forms);
  }
}
