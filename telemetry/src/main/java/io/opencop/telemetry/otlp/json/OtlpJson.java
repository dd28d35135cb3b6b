package io.opencop.telemetry.otlp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.opencop.model.Signal;
import io.opencop.telemetry.otlp.OtlpLimits;
import java.io.IOException;
import java.math.BigInteger;

/**
 * OTLP/JSON to the protobuf bytes of the same request, so that all behind the receiver has one
 * form. By the OTLP specification, "JSON Protobuf encoding": keys in lowerCamelCase, ids in hex,
 * unknown keys ignored; beyond it, enums are also taken by name. As anywhere in protobuf's JSON,
 * null means not set.
 */
public final class OtlpJson {
  /** Two levels of protobuf, AnyValue and ArrayValue, take three of JSON. */
  private static final int NESTING = 2 * OtlpLimits.DEPTH;

  private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger UINT32_MAX = Scalars.unsignedMax(32);
  private static final BigInteger UINT64_MAX = Scalars.unsignedMax(64);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names come from strangers; interned ones would never go away.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxStringLength(Integer.MAX_VALUE) // the receiver bounds the whole body
                  .build())
          .build();

  private final JsonParser json;
  private final ProtoBuffer out;

  private OtlpJson(JsonParser json, ProtoBuffer out) {
    this.json = json;
    this.out = out;
  }

  /** Transcodes with OTLP's recommended limit of 64 MiB for the result. */
  public static byte[] toProtobuf(Signal signal, byte[] body) {
    return toProtobuf(signal, body, 64 << 20);
  }

  /**
   * Transcodes one Export*ServiceRequest.
   *
   * @param body UTF-8, which the caller has bounded
   * @param maxBytes of the result: "0," becomes eight bytes, so the body's own bound is not enough
   * @throws OtlpJsonException where it is no such request, with the place as a JSON pointer
   */
  public static byte[] toProtobuf(Signal signal, byte[] body, int maxBytes) {
    Shape shape =
        switch (signal) {
          case SPANS -> Shapes.TRACES;
          case LOGS -> Shapes.LOGS;
          case METRICS -> Shapes.METRICS;
        };
    try (JsonParser json = FACTORY.createParser(body)) {
      return new OtlpJson(json, new ProtoBuffer(body.length / 2, maxBytes)).document(shape);
    } catch (IOException e) { // before the first token: the bytes are in no known encoding
      throw new OtlpJsonException("", e.getMessage());
    }
  }

  private byte[] document(Shape shape) {
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw json.currentToken() == null
            ? new OtlpJsonException("", "the body is empty; expected an object")
            : Scalars.wrong(json, "an object");
      }
      message(shape, 0);
      if (json.nextToken() != null) {
        throw Scalars.wrong(json, "the end of the document");
      }
      return out.bytes();
    } catch (JsonProcessingException e) {
      throw new OtlpJsonException(
          json.getParsingContext().pathAsPointer().toString(),
          e.getOriginalMessage() + " (" + json.currentLocation().offsetDescription() + ")");
    } catch (IOException e) { // not in the encoding it began in
      throw new OtlpJsonException(
          json.getParsingContext().pathAsPointer().toString(), e.getMessage());
    }
  }

  /** The object whose opening brace is the current token. */
  private void message(Shape shape, int depth) throws IOException {
    if (depth > OtlpLimits.DEPTH) {
      throw new OtlpJsonException(
          json.getParsingContext().pathAsPointer().toString(),
          "nested deeper than " + OtlpLimits.DEPTH + " messages");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Field field = shape.field(json.currentName());
      JsonToken value = json.nextToken();
      if (field == null) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL && field.repeated()) {
        repeated(field, depth);
      } else if (value != JsonToken.VALUE_NULL) {
        out.tag(field.number(), field.wire());
        value(field, depth);
      }
    }
  }

  private void repeated(Field field, int depth) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw Scalars.wrong(json, "an array");
    }
    int begun = 0;
    if (field.packed()) {
      out.tag(field.number(), 2);
      begun = out.begin();
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!field.packed()) {
        out.tag(field.number(), field.wire());
      }
      value(field, depth);
    }
    if (field.packed()) {
      out.end(begun);
    }
  }

  private void value(Field field, int depth) throws IOException {
    switch (field.kind()) {
      case STRING -> out.bytes(Text.utf8(Scalars.text(json)));
      case HEX -> out.bytes(Scalars.hex(json));
      case BASE64 -> out.bytes(Scalars.base64(json));
      case BOOL -> out.varint(Scalars.bool(json) ? 1 : 0);
      case INT32 -> out.varint(Scalars.integer(json, INT_MIN, INT_MAX));
      case UINT32 -> out.varint(Scalars.integer(json, BigInteger.ZERO, UINT32_MAX));
      case SINT32 -> {
        int value = (int) Scalars.integer(json, INT_MIN, INT_MAX);
        out.varint(Integer.toUnsignedLong(value << 1 ^ value >> 31));
      }
      case INT64 -> out.varint(Scalars.integer(json, LONG_MIN, LONG_MAX));
      case UINT64 -> out.varint(Scalars.integer(json, BigInteger.ZERO, UINT64_MAX));
      case FIXED32 -> out.fixed32((int) Scalars.integer(json, BigInteger.ZERO, UINT32_MAX));
      case FIXED64 -> out.fixed64(Scalars.integer(json, BigInteger.ZERO, UINT64_MAX));
      case SFIXED64 -> out.fixed64(Scalars.integer(json, LONG_MIN, LONG_MAX));
      case DOUBLE -> out.fixed64(Double.doubleToRawLongBits(Scalars.real(json)));
      case ENUM -> out.varint(Scalars.choice(json, field.names()));
      case MESSAGE -> {
        if (json.currentToken() != JsonToken.START_OBJECT) {
          throw Scalars.wrong(json, "an object");
        }
        int begun = out.begin();
        message(field.message(), depth + 1);
        out.end(begun);
      }
    }
  }
}
