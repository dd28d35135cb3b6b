package io.opencop.telemetry.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Encodes a message in a way that is legal but that no SDK would choose: fields shuffled, unknown
 * fields and groups between them, known fields with foreign wire types, singular messages in two
 * halves, values that a later one overrides, numbers unpacked or packed in several runs, tags and
 * lengths as over-long varints.
 */
final class OddWire {
  private final Random random;

  OddWire(long seed) {
    random = new Random(seed);
  }

  byte[] encode(Message message) {
    try {
      return message(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] message(Message message) throws IOException {
    List<List<byte[]>> queues = new ArrayList<>(); // order inside a queue is kept, between them not
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      queues.add(field(entry.getKey(), entry.getValue()));
    }
    int unknown = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
    for (int i = 0; i < unknown; i++) {
      queues.add(List.of(unknown(2)));
    }
    List<Integer> order = new ArrayList<>();
    for (int q = 0; q < queues.size(); q++) {
      order.addAll(Collections.nCopies(queues.get(q).size(), q));
    }
    Collections.shuffle(order, random);
    int[] next = new int[queues.size()];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int q : order) {
      out.write(queues.get(q).get(next[q]++));
    }
    return out.toByteArray();
  }

  private List<byte[]> field(FieldDescriptor field, Object value) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    if (field.isRepeated()) {
      repeated(field, (List<?>) value, parts);
    } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      if (random.nextInt(4) == 0) {
        Message[] halves = halves((Message) value);
        parts.add(bytesField(field.getNumber(), message(halves[0])));
        parts.add(bytesField(field.getNumber(), message(halves[1])));
      } else {
        parts.add(bytesField(field.getNumber(), message((Message) value)));
      }
    } else {
      if (random.nextInt(6) == 0) {
        parts.add(scalar(field, overridden(field)));
      }
      parts.add(scalar(field, value));
    }
    return parts;
  }

  private void repeated(FieldDescriptor field, List<?> values, List<byte[]> parts)
      throws IOException {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      for (Object element : values) {
        parts.add(bytesField(field.getNumber(), message((Message) element)));
      }
      return;
    }
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    for (Object element : values) {
      if (!field.isPackable() || random.nextInt(4) == 0) {
        if (run.size() > 0) {
          parts.add(bytesField(field.getNumber(), run.toByteArray()));
          run.reset();
        }
        parts.add(scalar(field, element));
      } else {
        run.write(bare(field, element));
      }
    }
    if (run.size() > 0) {
      parts.add(bytesField(field.getNumber(), run.toByteArray()));
    }
  }

  /** Two messages that merge to the given one. */
  private Message[] halves(Message whole) {
    Message.Builder first = whole.newBuilderForType();
    Message.Builder second = whole.newBuilderForType();
    for (Map.Entry<FieldDescriptor, Object> entry : whole.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (field.isRepeated()) {
        List<?> values = (List<?>) entry.getValue();
        int cut = random.nextInt(values.size() + 1);
        for (int i = 0; i < values.size(); i++) {
          (i < cut ? first : second).addRepeatedField(field, values.get(i));
        }
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        Message[] halves = halves((Message) entry.getValue());
        first.setField(field, halves[0]);
        second.setField(field, halves[1]);
      } else {
        (random.nextBoolean() ? first : second).setField(field, entry.getValue());
      }
    }
    return new Message[] {first.build(), second.build()};
  }

  private Object overridden(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT -> 77;
      case LONG -> 77L;
      case DOUBLE -> 7.7;
      case BOOLEAN -> true;
      case STRING -> "overridden";
      case BYTE_STRING -> ByteString.copyFromUtf8("overridden");
      case ENUM -> field.getEnumType().getValues().getLast();
      default -> throw new IllegalArgumentException(field.getFullName());
    };
  }

  private byte[] unknown(int depth) throws IOException {
    int number = random.nextInt(3) == 0 ? 1 + random.nextInt(16) : 20 + random.nextInt(2000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // A known number must come with a wire type it does not have, or it would not be unknown.
    int wire = number <= 16 ? 3 : random.nextInt(4);
    switch (wire) {
      case 0 -> {
        out.write(tag(number, WireFormat.WIRETYPE_VARINT));
        out.write(varint(random.nextLong()));
      }
      case 1 -> {
        out.write(tag(number, WireFormat.WIRETYPE_FIXED64));
        out.write(new byte[8]);
      }
      case 2 -> out.write(bytesField(number, new byte[random.nextInt(5)]));
      default -> {
        out.write(tag(number, WireFormat.WIRETYPE_START_GROUP));
        if (depth > 0) {
          out.write(unknown(depth - 1));
        }
        out.write(tag(number, WireFormat.WIRETYPE_END_GROUP));
      }
    }
    return out.toByteArray();
  }

  private byte[] scalar(FieldDescriptor field, Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (field.getType()) {
      case STRING -> {
        return bytesField(field.getNumber(), ((String) value).getBytes(StandardCharsets.UTF_8));
      }
      case BYTES -> {
        return bytesField(field.getNumber(), ((ByteString) value).toByteArray());
      }
      case DOUBLE, FIXED64, SFIXED64 -> out.write(tag(field.getNumber(), 1));
      case FIXED32, SFIXED32, FLOAT -> out.write(tag(field.getNumber(), 5));
      default -> out.write(tag(field.getNumber(), 0));
    }
    out.write(bare(field, value));
    return out.toByteArray();
  }

  private byte[] bare(FieldDescriptor field, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    switch (field.getType()) {
      case DOUBLE -> out.writeDoubleNoTag((Double) value);
      case FIXED64, SFIXED64 -> out.writeFixed64NoTag((Long) value);
      case FIXED32, SFIXED32 -> out.writeFixed32NoTag((Integer) value);
      case SINT32 -> out.writeSInt32NoTag((Integer) value);
      case INT32, UINT32 -> bytes.write(varint((Integer) value));
      case INT64, UINT64 -> bytes.write(varint((Long) value));
      case BOOL -> bytes.write(varint((Boolean) value ? 1 + random.nextInt(300) : 0));
      case ENUM ->
          bytes.write(
              varint(((com.google.protobuf.Descriptors.EnumValueDescriptor) value).getNumber()));
      default -> throw new IllegalArgumentException(field.getFullName());
    }
    out.flush();
    return bytes.toByteArray();
  }

  private byte[] bytesField(int number, byte[] payload) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED));
    out.write(varint(payload.length));
    out.write(payload);
    return out.toByteArray();
  }

  private byte[] tag(int number, int wire) {
    return varint(number << 3 | wire);
  }

  /** Now and then longer than need be, as protobuf allows up to ten bytes. */
  private byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int extra = random.nextInt(12) == 0 ? 1 + random.nextInt(5) : 0;
    int size = 0;
    do {
      int bits = (int) (value & 0x7f);
      value >>>= 7;
      size++;
      boolean more = value != 0 || (extra-- > 0 && size < 10);
      out.write(more ? bits | 0x80 : bits);
      if (!more) {
        break;
      }
    } while (true);
    return out.toByteArray();
  }
}
