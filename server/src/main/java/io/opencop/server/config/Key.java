package io.opencop.server.config;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One setting as the record tree declares it. */
public record Key(String name, Type type, Setting setting) {
  /** Every key, in the order of the records. */
  public static List<Key> all() {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent section : Config.class.getRecordComponents()) {
      for (RecordComponent component : section.getType().getRecordComponents()) {
        keys.add(
            new Key(
                name(section, component),
                component.getGenericType(),
                component.getAnnotation(Setting.class)));
      }
    }
    return keys;
  }

  static String name(RecordComponent section, RecordComponent component) {
    return kebab(section.getName()) + "." + kebab(component.getName());
  }

  /** {@code otlp.grpc-port} is {@code COP_OTLP_GRPC_PORT}. */
  public String variable() {
    return "COP_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
