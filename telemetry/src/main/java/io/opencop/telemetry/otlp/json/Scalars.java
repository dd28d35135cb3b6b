package io.opencop.telemetry.otlp.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Single JSON values as protobuf takes them: 64-bit integers as numbers or strings, doubles also as
 * "NaN" and "Infinity", enums as integers (what OTLP prescribes) or by name.
 */
final class Scalars {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** More decimal digits than any 64-bit integer has; guards against 1e999999999. */
  private static final int DIGITS = 25;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private Scalars() {}

  static String text(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(json, "a string");
    }
    return json.getText();
  }

  static boolean bool(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrong(json, "true or false");
    };
  }

  /** An integer from min to max, as 64 bits. */
  static long integer(JsonParser json, BigInteger min, BigInteger max) throws IOException {
    BigInteger value = integer(json);
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw wrong(json, "an integer from " + min + " to " + max);
    }
    return value.longValue();
  }

  private static BigInteger integer(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT && json.getTextLength() < 19) {
      return BigInteger.valueOf(json.getLongValue());
    }
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw wrong(json, "an integer, as a number or a string");
    }
    try {
      String text = json.getText();
      if (text.length() > 100) {
        throw wrong(json, "an integer");
      }
      BigDecimal value = new BigDecimal(text).stripTrailingZeros();
      if (value.scale() > 0 || value.precision() - (long) value.scale() > DIGITS) {
        throw wrong(json, "an integer");
      }
      return value.toBigIntegerExact();
    } catch (NumberFormatException e) {
      throw wrong(json, "an integer, as a number or a string");
    }
  }

  static double real(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token.isNumeric()) {
      return finite(json, json.getDoubleValue());
    }
    if (token != JsonToken.VALUE_STRING || json.getTextLength() > 400) {
      throw wrong(json, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"");
    }
    return switch (json.getText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> decimal(json);
    };
  }

  private static double decimal(JsonParser json) throws IOException {
    // parseDouble alone would take more than numbers: "1f", "0x1p3", " 1 ".
    if (!DECIMAL.matcher(json.getText()).matches()) {
      throw wrong(json, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"");
    }
    return finite(json, Double.parseDouble(json.getText()));
  }

  /** Infinity must be said, not come of a number too large. */
  private static double finite(JsonParser json, double value) throws IOException {
    if (Double.isInfinite(value)) {
      throw wrong(json, "a number that fits a double");
    }
    return value;
  }

  static int choice(JsonParser json, List<String> names) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      int number = names.indexOf(json.getText());
      if (number < 0) {
        throw wrong(json, "an integer, or one of " + names);
      }
      return number;
    }
    return (int)
        integer(json, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
  }

  static byte[] hex(JsonParser json) throws IOException {
    String text = text(json);
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw wrong(json, "an even number of hex digits");
    }
  }

  /** Both alphabets of RFC 4648, with or without padding, as protobuf's JSON takes them. */
  static byte[] base64(JsonParser json) throws IOException {
    String text = text(json).replace('-', '+').replace('_', '/');
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw wrong(json, "base64");
    }
  }

  static BigInteger unsignedMax(int bits) {
    return bits == 64 ? TWO_64.subtract(BigInteger.ONE) : BigInteger.valueOf((1L << bits) - 1);
  }

  /** The error at the current token. */
  static OtlpJsonException wrong(JsonParser json, String expected) throws IOException {
    String found =
        switch (json.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_NULL -> "null";
          case VALUE_STRING -> "\"" + shortened(json.getText()) + "\"";
          default -> shortened(json.getText());
        };
    return new OtlpJsonException(
        json.getParsingContext().pathAsPointer().toString(),
        "expected " + expected + ", found " + found);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
