package io.opencop.server.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From text to a typed value, and back. The home folder stands for a leading {@code ~/}. */
final class Values {
  private final Map<Class<?>, Kind> kinds;

  /** How one type is read, and how to tell a person what was expected. */
  private record Kind(Function<String, Object> read, String expected) {}

  Values(Path home) {
    kinds =
        Map.of(
            String.class, new Kind(Values::text, "text"),
            int.class, new Kind(Values::count, "a whole number, 0 or more"),
            boolean.class, new Kind(Values::truth, "true | false"),
            Port.class, new Kind(t -> new Port(Integer.parseInt(t)), "0 .. 65535"),
            Duration.class, new Kind(Durations::parse, "250ms | 30s | 5m | 12h | 7d"),
            ByteSize.class, new Kind(ByteSize::parse, "4096 | 64MiB | 20GiB | 500MB"),
            Path.class, new Kind(t -> path(home, t), "a path"),
            Pattern.class, new Kind(Pattern::compile, "a regular expression (java.util.regex)"),
            Secret.class, new Kind(t -> new Secret(text(t)), "text"),
            AccessToken.class, new Kind(Values::token, "viewer|operator|admin:name:token"));
  }

  /** The value; {@code IllegalArgumentException} where the text is none of the type's. */
  Object read(Type type, List<String> texts) {
    if (type instanceof ParameterizedType p) {
      Type inner = p.getActualTypeArguments()[0];
      List<String> present = texts.stream().filter(t -> !t.isBlank()).toList();
      if (p.getRawType() == List.class) {
        return present.stream().map(t -> one(inner, t)).toList();
      }
      return present.isEmpty() ? Optional.empty() : Optional.of(one(inner, single(present)));
    }
    return one(type, single(texts));
  }

  static boolean isList(Type type) {
    return type instanceof ParameterizedType p && p.getRawType() == List.class;
  }

  String expected(Type type) {
    if (type instanceof ParameterizedType p) {
      String inner = expected(p.getActualTypeArguments()[0]);
      return isList(type) ? "a list of: " + inner : inner;
    }
    Class<?> c = (Class<?>) type;
    return c.isEnum()
        ? Arrays.stream(c.getEnumConstants()).map(Values::write).collect(Collectors.joining(" | "))
        : kinds.get(c).expected();
  }

  /** As a person would write it. Secrets come out masked. */
  static String write(Object value) {
    return switch (value) {
      case List<?> l -> l.stream().map(Values::write).collect(Collectors.joining(","));
      case Optional<?> o -> o.map(Values::write).orElse("");
      case Duration d -> Durations.write(d);
      case Enum<?> e -> e.name().toLowerCase(Locale.ROOT);
      case AccessToken t -> t.role() + ":" + t.name() + ":" + Secret.MASK;
      default -> value.toString();
    };
  }

  private Object one(Type type, String text) {
    Class<?> c = (Class<?>) type;
    return c.isEnum() ? constant(c, text.trim()) : kinds.get(c).read().apply(text.trim());
  }

  private static String single(List<String> texts) {
    if (texts.size() != 1) {
      throw new IllegalArgumentException("one value, not " + texts.size());
    }
    return texts.get(0);
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static String text(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    return text;
  }

  private static Integer count(String text) {
    int n = Integer.parseInt(text.replace("_", ""));
    if (n < 0) {
      throw new IllegalArgumentException(text);
    }
    return n;
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Path path(Path home, String text) {
    return text.equals("~") || text.startsWith("~/")
        ? home.resolve(text.substring(Math.min(2, text.length())))
        : Path.of(text(text)).toAbsolutePath().normalize();
  }

  private static AccessToken token(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length != 3
        || !List.of("viewer", "operator", "admin").contains(parts[0])
        || parts[1].isBlank()) {
      throw new IllegalArgumentException("token");
    }
    return new AccessToken(parts[0], parts[1], new Secret(parts[2]));
  }
}
