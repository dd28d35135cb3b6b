package io.opencop.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AnyValue as JSON text and as Java objects, by OpenTelemetry's "representation for non-OTLP
 * protocols": bytes as a base64 string, NaN and the infinities as strings, an empty value as null,
 * arrays and maps as they are. Integers have no point and doubles always one, so the two stay
 * apart. The Java form is what a JSON reader makes of the text. Not thread-safe.
 *
 * <p>Inside arrays and maps a message may come in pieces that must be put together. No SDK writes
 * that, but at every level of a deep value it would cost a copy each; so what may be copied for one
 * value is bounded, and beyond that the inner value reads as empty.
 */
public final class AnyValues {
  private static final int FREE_COPIES = 64 << 10;
  private static final byte[] NOTHING = {};

  private final AnyScan scan = new AnyScan();
  private final Entry entry = new Entry();
  private long copies;

  /** Appends the value of attribute i. */
  public void json(JsonText out, Attributes a, int i) {
    byte kind = a.kind(i);
    if (ValueKind.inPlace(kind) || kind == ValueKind.EMPTY) {
      json(out, kind, a.buf(), 0, 0, a.number(i));
    } else {
      json(out, kind, a.buf(), a.valueOff(i), a.valueLen(i), 0);
    }
  }

  /** Appends the body of the record. */
  public void bodyJson(JsonText out, LogView log) {
    byte kind = log.bodyKind();
    if (ValueKind.inPlace(kind) || kind == ValueKind.EMPTY) {
      json(out, kind, log.buf(), 0, 0, log.bodyNumber());
    } else {
      json(out, kind, log.buf(), log.bodyOff(), log.bodyLen(), 0);
    }
  }

  /** Appends all attributes as one object. */
  public void json(JsonText out, Attributes a) {
    out.raw('{');
    for (int i = 0; i < a.size(); i++) {
      if (i > 0) {
        out.raw(',');
      }
      out.string(a.buf(), a.keyOff(i), a.keyLen(i)).raw(':');
      json(out, a, i);
    }
    out.raw('}');
  }

  /**
   * Appends one value.
   *
   * @param kind one of {@link ValueKind}
   * @param off start of the text, bytes, ArrayValue or KeyValueList
   * @param number the value in place, as {@link Attributes#number}
   * @throws OtlpMalformedException where an array or map is none, or nested too deep
   */
  public void json(JsonText out, byte kind, byte[] b, int off, int len, long number) {
    copies = FREE_COPIES + 4L * len;
    write(out, kind, b, off, len, number, 0);
  }

  /** The same value as String, Long, Double, Boolean, List, Map or null. */
  public Object object(byte kind, byte[] b, int off, int len, long number) {
    copies = FREE_COPIES + 4L * len;
    return object(kind, b, off, len, number, 0);
  }

  /** The value of attribute i as a Java object. */
  public Object object(Attributes a, int i) {
    byte kind = a.kind(i);
    return ValueKind.inPlace(kind) || kind == ValueKind.EMPTY
        ? object(kind, a.buf(), 0, 0, a.number(i))
        : object(kind, a.buf(), a.valueOff(i), a.valueLen(i), 0);
  }

  /** All attributes in the order sent; of a key sent twice the last value. */
  public Map<String, Object> map(Attributes a) {
    Map<String, Object> map = LinkedHashMap.newLinkedHashMap(a.size());
    for (int i = 0; i < a.size(); i++) {
      map.put(new String(a.buf(), a.keyOff(i), a.keyLen(i), UTF_8), object(a, i));
    }
    return map;
  }

  /** The body of the record as a Java object. */
  public Object body(LogView log) {
    byte kind = log.bodyKind();
    return ValueKind.inPlace(kind) || kind == ValueKind.EMPTY
        ? object(kind, log.buf(), 0, 0, log.bodyNumber())
        : object(kind, log.buf(), log.bodyOff(), log.bodyLen(), 0);
  }

  private void write(JsonText out, byte kind, byte[] b, int off, int len, long number, int depth) {
    switch (kind) {
      case ValueKind.STRING -> out.string(b, off, len);
      case ValueKind.BOOL -> out.bool(number != 0);
      case ValueKind.INT -> out.number(number);
      case ValueKind.DOUBLE -> out.real(Double.longBitsToDouble(number));
      case ValueKind.BYTES -> out.base64(b, off, len);
      case ValueKind.ARRAY, ValueKind.KVLIST ->
          writeElements(out, kind == ValueKind.KVLIST, b, off, off + len, depth);
      default -> out.raw("null");
    }
  }

  private void writeElements(JsonText out, boolean map, byte[] b, int p, int end, int depth) {
    deeper(p, depth);
    out.raw(map ? '{' : '[');
    boolean more = false;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, Wire.value(read), depth);
      if (Wire.value(read) != Tags.ELEMENT) {
        continue;
      }
      at = Wire.pos(Wire.length(b, at, end));
      if (more) {
        out.raw(',');
      }
      more = true;
      if (map) {
        entry.read(b, at, p);
        out.string(b, entry.key, entry.keyLength).raw(':');
        scanned(out, entry.valueBuf, entry.value, entry.value + entry.valueLength, depth + 1);
      } else {
        scanned(out, b, at, p, depth + 1);
      }
    }
    out.raw(map ? '}' : ']');
  }

  /** Appends the AnyValue message at [p, end). */
  private void scanned(JsonText out, byte[] b, int p, int end, int depth) {
    scan.scan(b, p, end);
    if (scan.again) {
      byte kind = scan.kind;
      byte[] merged = merge(b, scan.first, end, scan.tag());
      write(out, kind, merged, 0, merged.length, 0, depth);
    } else {
      int off = (int) (scan.bits >>> 32);
      write(out, scan.kind, b, off, (int) scan.bits, scan.bits, depth);
    }
  }

  private Object object(byte kind, byte[] b, int off, int len, long number, int depth) {
    return switch (kind) {
      case ValueKind.STRING -> new String(b, off, len, UTF_8);
      case ValueKind.BOOL -> number != 0;
      case ValueKind.INT -> number;
      case ValueKind.DOUBLE -> real(Double.longBitsToDouble(number));
      case ValueKind.BYTES ->
          Base64.getEncoder().encodeToString(Arrays.copyOfRange(b, off, off + len));
      case ValueKind.ARRAY -> list(b, off, off + len, depth);
      case ValueKind.KVLIST -> map(b, off, off + len, depth);
      default -> null;
    };
  }

  private static Object real(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  private List<Object> list(byte[] b, int p, int end, int depth) {
    deeper(p, depth);
    List<Object> list = new ArrayList<>();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, Wire.value(read), depth);
      if (Wire.value(read) == Tags.ELEMENT) {
        list.add(scanned(b, Wire.pos(Wire.length(b, at, end)), p, depth + 1));
      }
    }
    return list;
  }

  private Map<String, Object> map(byte[] b, int p, int end, int depth) {
    deeper(p, depth);
    Map<String, Object> map = new LinkedHashMap<>();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, Wire.value(read), depth);
      if (Wire.value(read) == Tags.ELEMENT) {
        entry.read(b, Wire.pos(Wire.length(b, at, end)), p);
        String key = new String(b, entry.key, entry.keyLength, UTF_8);
        int valueEnd = entry.value + entry.valueLength;
        map.put(key, scanned(entry.valueBuf, entry.value, valueEnd, depth + 1));
      }
    }
    return map;
  }

  private Object scanned(byte[] b, int p, int end, int depth) {
    scan.scan(b, p, end);
    if (scan.again) {
      byte kind = scan.kind;
      byte[] merged = merge(b, scan.first, end, scan.tag());
      return object(kind, merged, 0, merged.length, 0, depth);
    }
    return object(scan.kind, b, (int) (scan.bits >>> 32), (int) scan.bits, scan.bits, depth);
  }

  private static void deeper(int p, int depth) {
    if (depth > OtlpLimits.DEPTH) {
      throw Wire.tooDeep(p);
    }
  }

  /** All occurrences of a message field, one behind the other: how protobuf merges them. */
  private byte[] merge(byte[] b, int p, int end, int wanted) {
    copies -= end - p;
    if (copies < 0) {
      return NOTHING;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(end - p);
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, Wire.value(read), 0);
      if (Wire.value(read) == wanted) {
        at = Wire.pos(Wire.length(b, at, end));
        all.write(b, at, p - at);
      }
    }
    return all.toByteArray();
  }

  /** One KeyValue inside a map; its value may have had to be merged into an array of its own. */
  private final class Entry {
    private int key;
    private int keyLength;
    private byte[] valueBuf;
    private int value;
    private int valueLength;

    void read(byte[] b, int start, int end) {
      key = start;
      keyLength = 0;
      valueBuf = b;
      value = start;
      valueLength = 0;
      int values = 0;
      int p = start;
      while (p < end) {
        long read = Wire.tag(b, p, end);
        int at = Wire.pos(read);
        p = Wire.skip(b, at, end, Wire.value(read), 0);
        if (Wire.value(read) == Tags.KEY) {
          key = Wire.pos(Wire.length(b, at, end));
          keyLength = p - key;
        } else if (Wire.value(read) == Tags.VALUE) {
          value = Wire.pos(Wire.length(b, at, end));
          valueLength = p - value;
          values++;
        }
      }
      if (values > 1) {
        valueBuf = merge(b, start, end, Tags.VALUE);
        value = 0;
        valueLength = valueBuf.length;
      }
    }
  }
}
