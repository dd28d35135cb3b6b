package io.opencop.runtime.manifest.shape;

import io.opencop.model.message.Message.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a part of a manifest may look like. One tree of these is the source of the check, the JSON
 * schema and {@code cop explain}.
 */
public sealed interface Shape {

  /** A mapping with named fields. */
  record Fields(Map<String, Field> fields) implements Shape {
    public Fields {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Fields of(Field... fields) {
      Map<String, Field> all = new LinkedHashMap<>();
      for (Field f : fields) {
        all.put(f.name(), f);
      }
      return new Fields(all);
    }
  }

  /** A mapping whose keys are the user's own. */
  record Entries(Scalar key, Shape value) implements Shape {}

  /** A sequence. */
  record Items(Shape each) implements Shape {}

  /** Either a single value or the fields of a mapping. */
  record Either(Scalar brief, Fields whole) implements Shape {}

  /** A single value. */
  record Scalar(Kind kind, String pattern, List<String> choices, long least, long most)
      implements Shape {
    public Scalar {
      choices = List.copyOf(choices);
    }
  }

  /** What a single value means. */
  enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    YES_NO,
    /** {@code 512Mi}; read as bytes. */
    BYTES,
    /** {@code 500m} or {@code 0.5}; read as cores. */
    CORES,
    /** {@code 30s}; read as a duration. */
    DURATION,
    /** {@code 2} or {@code 25%}. */
    AMOUNT
  }

  /**
   * A named part.
   *
   * @param required whether leaving it out is an error
   * @param about one sentence for people
   * @param otherwise what counts where it is left out, as a person would write it; empty for
   *     nothing
   */
  record Field(String name, Shape shape, boolean required, Text about, String otherwise) {}

  static Scalar text() {
    return new Scalar(Kind.TEXT, "", List.of(), 0, 0);
  }

  static Scalar text(String pattern) {
    return new Scalar(Kind.TEXT, pattern, List.of(), 0, 0);
  }

  static Scalar choice(String... choices) {
    return new Scalar(Kind.TEXT, "", List.of(choices), 0, 0);
  }

  static Scalar whole(long least, long most) {
    return new Scalar(Kind.WHOLE, "", List.of(), least, most);
  }

  static Scalar kind(Kind kind) {
    return new Scalar(kind, "", List.of(), 0, 0);
  }

  static Field field(String name, Shape shape, String en, String ko, String otherwise) {
    return new Field(name, shape, false, new Text(en, ko), otherwise);
  }

  static Field required(String name, Shape shape, String en, String ko) {
    return new Field(name, shape, true, new Text(en, ko), "");
  }
}
