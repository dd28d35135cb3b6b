package io.opencop.telemetry.otlp.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Writes generated messages as OTLP/JSON, by the rules of its specification and from the
 * descriptors; so it shares nothing with the reader under test. Takes every freedom there is: order
 * of fields, unknown fields, numbers or strings, white space, escapes.
 */
final class OtlpJsonWriter {
  private final Random random;

  OtlpJsonWriter(long seed) {
    random = new Random(seed);
  }

  String write(Message message) {
    List<String> members = new ArrayList<>();
    message
        .getAllFields()
        .forEach(
            (field, value) -> members.add(quoted(field.getJsonName()) + ":" + value(field, value)));
    if (random.nextInt(5) == 0) {
      members.add("\"someFutureField\":{\"a\":[1,{\"b\":null}],\"traceId\":7}");
    }
    if (random.nextInt(9) == 0) {
      members.add("\"trace_id\":\"original names are unknown names\"");
    }
    Collections.shuffle(members, random);
    return "{" + space() + String.join("," + space(), members) + space() + "}";
  }

  private String value(FieldDescriptor field, Object value) {
    if (!field.isRepeated()) {
      return single(field, value);
    }
    List<String> elements = new ArrayList<>();
    for (Object element : (List<?>) value) {
      elements.add(single(field, element));
    }
    return "[" + String.join(space() + ",", elements) + "]";
  }

  private String single(FieldDescriptor field, Object value) {
    return switch (field.getType()) {
      case MESSAGE -> write((Message) value);
      case STRING -> quoted((String) value);
      case BYTES -> bytes(field, ((ByteString) value).toByteArray());
      case BOOL -> value.toString();
      case DOUBLE -> real((Double) value);
      case ENUM -> {
        EnumValueDescriptor constant = (EnumValueDescriptor) value;
        yield random.nextBoolean()
            ? Integer.toString(constant.getNumber())
            : quoted(constant.getName());
      }
      case INT64, SFIXED64 -> integer(value.toString());
      case UINT64, FIXED64 -> integer(Long.toUnsignedString((Long) value));
      case UINT32, FIXED32 -> integer(Integer.toUnsignedString((Integer) value));
      case INT32, SINT32 -> integer(value.toString());
      default -> throw new IllegalArgumentException(field.getFullName());
    };
  }

  private String bytes(FieldDescriptor field, byte[] bytes) {
    if (field.getName().endsWith("_id")) {
      HexFormat hex = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
      return quoted(hex.formatHex(bytes));
    }
    Base64.Encoder base64 = random.nextBoolean() ? Base64.getEncoder() : Base64.getUrlEncoder();
    return quoted((random.nextBoolean() ? base64 : base64.withoutPadding()).encodeToString(bytes));
  }

  private String integer(String digits) {
    return switch (random.nextInt(8)) {
      case 0 -> digits + ".0";
      case 1 -> quoted(digits + "e0");
      case 2, 3, 4 -> quoted(digits);
      default -> digits;
    };
  }

  private String real(double value) {
    return Double.isFinite(value) && random.nextBoolean()
        ? Double.toString(value)
        : quoted(Double.toString(value));
  }

  private String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int c : text.codePoints().toArray()) {
      if (c < ' ' || c == '"' || c == '\\' || random.nextInt(10) == 0) {
        for (char half : Character.toChars(c)) {
          json.append(String.format("\\u%04x", (int) half));
        }
      } else {
        json.appendCodePoint(c);
      }
    }
    return json.append('"').toString();
  }

  private String space() {
    return random.nextInt(6) == 0 ? " \n\t" : "";
  }
}
