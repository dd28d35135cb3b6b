package io.opencop.sessions.manager;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which classes an attribute may be made of. Everything else is refused, when it is stored as well
 * as when it is read: an attribute that another instance could not read must not be found out about
 * on the day the first one dies.
 */
public final class ClassFilter {
  /** Values and collections of the JDK: no code runs when one of them is read back. */
  private static final Set<String> JDK =
      Set.of(
          // The stream writes its own failure into itself before it tells us.
          "java.io.IOException",
          "java.io.InvalidClassException",
          "java.io.NotSerializableException",
          "java.io.ObjectStreamException",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Short",
          "java.lang.String",
          "java.lang.String$CaseInsensitiveComparator",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.StackTraceElement",
          "java.net.URI",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "sun.util.calendar.ZoneInfo");

  private static final List<String> JDK_PACKAGES =
      List.of(
          "java.math.*",
          "java.time.*",
          "java.time.chrono.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.concurrent.atomic.*",
          "java.util.concurrent.locks.*");

  private final List<String> patterns;
  private final Predicate<Class<?>> own;
  private final Map<Class<?>, Boolean> decided = new ConcurrentHashMap<>();

  /**
   * @param patterns of further classes, see {@link SessionSettings#allow}
   * @param own whether a class is the application's own; its libraries are not
   */
  public ClassFilter(List<String> patterns, Predicate<Class<?>> own) {
    this.patterns = List.copyOf(patterns);
    this.own = own;
  }

  /** Asked for every object of every attribute; a class is looked at once. */
  boolean allows(Class<?> type) {
    Boolean known = decided.get(type);
    if (known == null) {
      known = decide(type);
      decided.put(type, known);
    }
    return known;
  }

  private boolean decide(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isPrimitive() || element == Object.class) {
      return true;
    }
    String name = element.getName();
    return JDK.contains(name)
        || matches(JDK_PACKAGES, name)
        || matches(patterns, name)
        || own.test(element);
  }

  private static boolean matches(List<String> patterns, String name) {
    for (String pattern : patterns) {
      boolean hit;
      if (pattern.endsWith(".**")) {
        hit = name.startsWith(pattern.substring(0, pattern.length() - 2));
      } else if (pattern.endsWith(".*")) {
        int dot = pattern.length() - 1;
        hit = name.startsWith(pattern.substring(0, dot)) && name.indexOf('.', dot) < 0;
      } else {
        hit = name.equals(pattern);
      }
      if (hit) {
        return true;
      }
    }
    return false;
  }

  /** For one stream; remembers what it refused, which the stream's exception does not tell. */
  final class Watch implements ObjectInputFilter {
    private static final int DEEPEST = 200;

    private final long longest;
    private Class<?> refused;

    Watch(long longest) {
      this.longest = longest;
    }

    Class<?> refused() {
      return refused;
    }

    @Override
    public Status checkInput(FilterInfo info) {
      // Of n bytes no more than n references or elements can come, whatever the bytes claim.
      if (info.depth() > DEEPEST
          || info.references() > longest
          || info.arrayLength() > longest
          || info.streamBytes() > longest) {
        return Status.REJECTED;
      }
      Class<?> type = info.serialClass();
      if (type == null) {
        return Status.UNDECIDED;
      }
      if (allows(type)) {
        return Status.ALLOWED;
      }
      refused = type;
      return Status.REJECTED;
    }
  }
}
