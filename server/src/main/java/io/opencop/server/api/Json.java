package io.opencop.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.Cost;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Records to JSON as the contract writes it: snake_case, RFC 3339, constants in lower case, what is
 * null left out - but for the figures that are "null where count is 0", which the contract
 * requires.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .addMixIn(Red.class, WithNulls.class)
          .addMixIn(RedPoint.class, WithNulls.class)
          .registerModule(module());

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private interface WithNulls {}

  /** A value's own fields, and the cost beside them. */
  private record Flat(@JsonUnwrapped Object value, Cost cost) {}

  private Json() {}

  private static SimpleModule module() {
    JsonSerializer<Double> finite = serializer(Json::number);
    return new SimpleModule()
        .addSerializer(Instant.class, serializer((t, out) -> out.writeString(t.toString())))
        .addSerializer(Double.class, finite)
        .addSerializer(Double.TYPE, finite)
        .addSerializer(ChangeKind.class, serializer((k, out) -> out.writeString(tag(k))))
        .addSerializer(Signal.class, serializer((s, out) -> out.writeString(tag(s))));
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** JSON has no NaN and no infinity. */
  private static void number(Double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  private interface Writing<T> {
    void write(T value, JsonGenerator out) throws IOException;
  }

  private static <T> JsonSerializer<T> serializer(Writing<? super T> writing) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        writing.write(value, out);
      }
    };
  }

  /** What an answer cost, where it says so. */
  static Optional<Cost> cost(Reply reply) {
    Object value = reply instanceof Reply.Json json ? json.value() : null;
    return switch (value) {
      case Flat flat -> Optional.ofNullable(flat.cost());
      case Map<?, ?> map when map.get("cost") instanceof Cost cost -> Optional.of(cost);
      case null, default -> Optional.empty();
    };
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code {fields of the value..., "cost": ...}}. */
  static Reply flat(Answer<?> answer) {
    return Reply.ok(new Flat(answer.value(), answer.cost()));
  }

  /** {@code {"name": value, "cost": ...}}. */
  static Reply list(String name, Answer<?> answer) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(name, answer.value());
    all.put("cost", answer.cost());
    return Reply.ok(all);
  }

  /** {@code {"name": [...], "next_cursor": ..., "cost": ...}}. */
  static <T> Reply page(String name, Answer<Page<T>> answer) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(name, answer.value().items());
    // The contract requires it, also at the end: a null node is written, a null value left out.
    String next = answer.value().nextCursor();
    all.put("next_cursor", next == null ? NullNode.instance : next);
    all.put("cost", answer.cost());
    return Reply.ok(all);
  }
}
