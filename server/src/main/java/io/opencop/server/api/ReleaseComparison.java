package io.opencop.server.api;

import io.opencop.model.app.Release;
import io.opencop.server.api.AppFields.Field;
import io.opencop.server.api.AppFields.For;
import io.opencop.server.auth.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** In which fields two releases differ, with the values the caller may see. */
final class ReleaseComparison {
  private ReleaseComparison() {}

  static Map<String, Object> of(Release from, Release to, Role role) {
    Map<String, Field> before = AppFields.of(from);
    Map<String, Field> after = AppFields.of(to);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Map<String, Object>> fields = new ArrayList<>();
    for (String name : names) {
      Field a = before.get(name);
      Field b = after.get(name);
      if (!Objects.equals(value(a), value(b))) {
        fields.add(field(name, a, b, role));
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("from", from.number());
    all.put("to", to.number());
    all.put("fields", fields);
    return all;
  }

  private static Map<String, Object> field(String name, Field a, Field b, Role role) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("field", name);
    one.put("change", a == null ? "added" : b == null ? "removed" : "changed");
    For readers = strictest(a, b);
    if (readers == For.NOBODY) {
      one.put("hidden", "secret");
    } else if (readers == For.OPERATORS && !role.includes(Role.OPERATOR)) {
      one.put("hidden", "role");
    } else {
      if (a != null) {
        one.put("before", a.value());
      }
      if (b != null) {
        one.put("after", b.value());
      }
    }
    return one;
  }

  /** A value that was once secret tells what the other one may be. */
  private static For strictest(Field a, Field b) {
    For first = a == null ? For.EVERYBODY : a.readers();
    For second = b == null ? For.EVERYBODY : b.readers();
    return first.compareTo(second) > 0 ? first : second;
  }

  private static String value(Field field) {
    return field == null ? null : field.value();
  }
}
