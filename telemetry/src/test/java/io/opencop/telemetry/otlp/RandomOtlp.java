package io.opencop.telemetry.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.util.Random;

/**
 * Random messages of any generated type, field by field from its descriptor: so a field added to
 * OTLP later is covered the day the library is updated.
 */
public final class RandomOtlp {
  private static final String[] TEXTS = {
    "", "a", "checkout", "GET /장바구니/{id}", "\u0000", "😀", "é"
  };

  private final Random random;

  public RandomOtlp(long seed) {
    random = new Random(seed);
  }

  public ExportTraceServiceRequest traces() {
    return (ExportTraceServiceRequest) message(ExportTraceServiceRequest.getDefaultInstance(), 0);
  }

  public ExportLogsServiceRequest logs() {
    return (ExportLogsServiceRequest) message(ExportLogsServiceRequest.getDefaultInstance(), 0);
  }

  public ExportMetricsServiceRequest metrics() {
    return (ExportMetricsServiceRequest)
        message(ExportMetricsServiceRequest.getDefaultInstance(), 0);
  }

  private Message message(Message prototype, int depth) {
    Message.Builder builder = prototype.newBuilderForType();
    Descriptor type = prototype.getDescriptorForType();
    for (FieldDescriptor field : type.getFields()) {
      if (depth > 10 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        continue;
      }
      if (field.isRepeated()) {
        int count = depth < 3 ? 1 + random.nextInt(2) : random.nextInt(4);
        for (int i = 0; i < count; i++) {
          builder.addRepeatedField(field, value(builder, field, depth));
        }
      } else if (random.nextInt(5) > 0) {
        // In a oneof the field set last stays; a coin for each keeps every kind common.
        if (field.getContainingOneof() == null || random.nextInt(3) == 0) {
          builder.setField(field, value(builder, field, depth));
        }
      }
    }
    if (builder instanceof HistogramDataPoint.Builder histogram && random.nextInt(5) > 0) {
      lawful(histogram);
    }
    return builder.build();
  }

  /** Left to chance hardly any histogram would have the buckets its bounds ask for. */
  private void lawful(HistogramDataPoint.Builder histogram) {
    histogram.clearBucketCounts().clearExplicitBounds();
    int bounds = random.nextInt(4);
    for (int i = 0; i < bounds; i++) {
      histogram.addExplicitBounds(i * 2.5 - 1).addBucketCounts(random.nextInt(1000));
    }
    if (bounds > 0) {
      histogram.addBucketCounts(3);
    }
  }

  private Object value(Message.Builder builder, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT -> number(field).intValue();
      case LONG -> number(field);
      case DOUBLE -> real();
      case FLOAT -> (float) real();
      case BOOLEAN -> random.nextBoolean();
      case STRING -> TEXTS[random.nextInt(TEXTS.length)];
      case BYTE_STRING -> bytes(field);
      case ENUM ->
          field
              .getEnumType()
              .getValues()
              .get(random.nextInt(field.getEnumType().getValues().size()));
      case MESSAGE -> message(builder.newBuilderForField(field).buildPartial(), depth + 1);
    };
  }

  private Long number(FieldDescriptor field) {
    if (field.getName().endsWith("time_unix_nano")) {
      // Mostly real times; now and then none, and one that does not fit.
      return switch (random.nextInt(30)) {
        case 0 -> 0L;
        case 1 -> -1L;
        default -> 1_700_000_000_000_000_000L + random.nextInt();
      };
    }
    return switch (random.nextInt(5)) {
      case 0 -> 0L;
      case 1 -> -1L - random.nextInt(100);
      case 2 -> (long) random.nextInt(300);
      case 3 -> random.nextLong();
      default -> (long) random.nextInt();
    };
  }

  private double real() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> -0.0;
      case 2 -> Double.NaN;
      case 3 -> Double.POSITIVE_INFINITY;
      default -> random.nextGaussian() * 1e6;
    };
  }

  private ByteString bytes(FieldDescriptor field) {
    int size =
        switch (field.getName()) {
          case "trace_id" -> random.nextInt(40) == 0 ? random.nextInt(20) : 16;
          case "span_id" -> random.nextInt(40) == 0 ? random.nextInt(12) : 8;
          case "parent_span_id" -> random.nextInt(40) == 0 ? 3 : 8 * random.nextInt(2);
          default -> random.nextInt(20);
        };
    byte[] bytes = new byte[size];
    if (random.nextInt(40) > 0) {
      random.nextBytes(bytes);
    }
    return ByteString.copyFrom(bytes);
  }
}
