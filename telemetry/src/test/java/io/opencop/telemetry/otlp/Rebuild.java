package io.opencop.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Generated messages from views: what a reader saw, in a form that has an equals(). */
final class Rebuild {
  private Rebuild() {}

  static String text(byte[] b, int off, int len) {
    return new String(b, off, len, UTF_8);
  }

  static ByteString id(long id) {
    return ByteString.copyFrom(ByteBuffer.allocate(8).putLong(id).array());
  }

  static ByteString id(long hi, long lo) {
    return ByteString.copyFrom(ByteBuffer.allocate(16).putLong(hi).putLong(lo).array());
  }

  static List<KeyValue> attributes(Attributes attributes) {
    List<KeyValue> list = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      list.add(
          KeyValue.newBuilder()
              .setKey(text(attributes.buf(), attributes.keyOff(i), attributes.keyLen(i)))
              .setValue(value(attributes, i))
              .build());
    }
    return list;
  }

  private static AnyValue value(Attributes a, int i) {
    boolean inPlace = ValueKind.inPlace(a.kind(i)) || a.kind(i) == ValueKind.EMPTY;
    return value(
        a.buf(),
        a.kind(i),
        inPlace ? 0 : a.valueOff(i),
        inPlace ? 0 : a.valueLen(i),
        inPlace ? a.number(i) : 0);
  }

  static AnyValue value(byte[] b, byte kind, int off, int len, long number) {
    AnyValue.Builder value = AnyValue.newBuilder();
    try {
      switch (kind) {
        case ValueKind.EMPTY -> {}
        case ValueKind.STRING -> value.setStringValue(text(b, off, len));
        case ValueKind.BOOL -> value.setBoolValue(number == 1);
        case ValueKind.INT -> value.setIntValue(number);
        case ValueKind.DOUBLE -> value.setDoubleValue(Double.longBitsToDouble(number));
        case ValueKind.ARRAY ->
            value.setArrayValue(ArrayValue.parseFrom(ByteString.copyFrom(b, off, len)));
        case ValueKind.KVLIST ->
            value.setKvlistValue(KeyValueList.parseFrom(ByteString.copyFrom(b, off, len)));
        case ValueKind.BYTES -> value.setBytesValue(ByteString.copyFrom(b, off, len));
        default -> throw new IllegalArgumentException("kind " + kind);
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
    return value.build();
  }
}
